/// The namespace of the declarations that the expansions of Concord's attributes use.
///
/// They aren't part of the public API, and any of them can change in any version.
public enum _Core {}
