import ConcordCore

// On the path of all objects.

/// Lists objects.
public protocol ListAPIView: ListModel {}

/// Makes objects.
public protocol CreateAPIView: CreateModel {}

/// Lists and makes objects.
public protocol ListCreateAPIView: ListModel, CreateModel {}

// On the path of one object.

/// Gives an object.
public protocol RetrieveAPIView: RetrieveModel {}

/// Changes an object.
public protocol UpdateAPIView: UpdateModel {}

/// Deletes an object.
public protocol DestroyAPIView: DestroyModel {}

/// Gives and changes an object.
public protocol RetrieveUpdateAPIView: RetrieveModel, UpdateModel {}

/// Gives and deletes an object.
public protocol RetrieveDestroyAPIView: RetrieveModel, DestroyModel {}

/// Gives, changes and deletes an object.
public protocol RetrieveUpdateDestroyAPIView: RetrieveModel, UpdateModel, DestroyModel {}
