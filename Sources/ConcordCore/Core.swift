/// The machinery that the expansions of Concord's attributes call.
///
/// It is no part of the API that an app is written against: any of it can change in any version.
public enum _Core {}
