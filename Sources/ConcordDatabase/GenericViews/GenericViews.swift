import ConcordCore

// On the path of the collection.

/// A view that lists objects: `GET`.
public protocol ListAPIView: ListModel {}

/// A view that creates objects: `POST`.
public protocol CreateAPIView: CreateModel {}

/// A view that lists and creates objects: `GET` and `POST`.
public protocol ListCreateAPIView: ListModel, CreateModel {}

// On the path of one object.

/// A view that retrieves an object: `GET`.
public protocol RetrieveAPIView: RetrieveModel {}

/// A view that updates an object: `PUT` and `PATCH`.
public protocol UpdateAPIView: UpdateModel {}

/// A view that deletes an object: `DELETE`.
public protocol DestroyAPIView: DestroyModel {}

/// A view that retrieves and updates an object: `GET`, `PUT` and `PATCH`.
public protocol RetrieveUpdateAPIView: RetrieveModel, UpdateModel {}

/// A view that retrieves and deletes an object: `GET` and `DELETE`.
public protocol RetrieveDestroyAPIView: RetrieveModel, DestroyModel {}

/// A view that retrieves, updates and deletes an object: `GET`, `PUT`, `PATCH` and `DELETE`.
public protocol RetrieveUpdateDestroyAPIView: RetrieveModel, UpdateModel, DestroyModel {}
