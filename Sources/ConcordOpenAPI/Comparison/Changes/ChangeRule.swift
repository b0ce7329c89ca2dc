/// A kind of change, with the code that identifies it in reports.
public enum ChangeRule: String, Hashable, Sendable, CaseIterable {
    // Operations
    /// An operation was added.
    case operationAdded = "operation-added"
    /// An operation was removed.
    case operationRemoved = "operation-removed"
    /// A deprecated operation was removed before the date in its `x-sunset`.
    case operationRemovedBeforeSunset = "operation-removed-before-sunset"
    /// A deprecated operation was removed, after its `x-sunset` if it has one.
    case deprecatedOperationRemoved = "deprecated-operation-removed"
    /// The `operationId` changed.
    case operationIDChanged = "operation-id-changed"
    /// A webhook was added.
    case webhookAdded = "webhook-added"
    /// A webhook was removed.
    case webhookRemoved = "webhook-removed"
    /// A callback was added.
    case callbackAdded = "callback-added"
    /// A callback was removed.
    case callbackRemoved = "callback-removed"
    /// A link of a response changed.
    case linkChanged = "link-changed"
    /// The tags of an operation changed.
    case tagsChanged = "tags-changed"
    // Life cycle
    /// An operation, parameter or schema became deprecated.
    case deprecated = "deprecated"
    /// An operation, parameter or schema is no longer deprecated.
    case reactivated = "reactivated"
    /// The date in `x-sunset` was removed.
    case sunsetRemoved = "sunset-removed"
    /// The date in `x-sunset` became earlier.
    case sunsetBroughtForward = "sunset-brought-forward"
    /// The date in `x-sunset` became later.
    case sunsetPutOff = "sunset-put-off"
    /// The value of `x-sunset` is not a date.
    case sunsetUnreadable = "sunset-unreadable"
    /// The level in `x-stability-level` became lower.
    case stabilityDecreased = "stability-decreased"
    /// The level in `x-stability-level` became higher.
    case stabilityIncreased = "stability-increased"
    // Parameters
    /// An optional parameter was added.
    case optionalParameterAdded = "optional-parameter-added"
    /// A required parameter was added.
    case requiredParameterAdded = "required-parameter-added"
    /// A path parameter was added.
    case pathParameterAdded = "path-parameter-added"
    /// A path parameter has a different name at the same position.
    case pathParameterRenamed = "path-parameter-renamed"
    /// A parameter was removed.
    case parameterRemoved = "parameter-removed"
    /// A deprecated parameter was removed, after its `x-sunset` if it has one.
    case deprecatedParameterRemoved = "deprecated-parameter-removed"
    /// A deprecated parameter was removed before the date in its `x-sunset`.
    case parameterRemovedBeforeSunset = "parameter-removed-before-sunset"
    /// An optional parameter became required.
    case parameterBecameRequired = "parameter-became-required"
    /// A required parameter became optional.
    case parameterBecameOptional = "parameter-became-optional"
    /// The serialization of a parameter changed: its `style`, `explode` or `content`.
    case parameterStyleChanged = "parameter-style-changed"
    /// The default of a parameter changed.
    case parameterDefaultChanged = "parameter-default-changed"
    // Bodies
    /// An optional request body was added.
    case optionalBodyAdded = "optional-body-added"
    /// A required request body was added.
    case requiredBodyAdded = "required-body-added"
    /// The request body was removed.
    case bodyRemoved = "body-removed"
    /// An optional request body became required.
    case bodyBecameRequired = "body-became-required"
    /// A required request body became optional.
    case bodyBecameOptional = "body-became-optional"
    /// A media type was added to a body.
    case mediaTypeAdded = "media-type-added"
    /// A media type of a body was removed.
    case mediaTypeRemoved = "media-type-removed"
    /// A media type was replaced by a range that includes it.
    case mediaTypeWidened = "media-type-widened"
    /// A range of media types was replaced by one that it includes.
    case mediaTypeNarrowed = "media-type-narrowed"
    /// A schema was added to a body.
    case bodySchemaAdded = "body-schema-added"
    /// The schema of a body was removed.
    case bodySchemaRemoved = "body-schema-removed"
    /// The encoding of a property in a form or a multipart body changed.
    case encodingChanged = "encoding-changed"
    // Responses
    /// A response was added.
    case responseAdded = "response-added"
    /// A response for success was removed.
    case successResponseRemoved = "success-response-removed"
    /// A response for an error was removed.
    case failureResponseRemoved = "failure-response-removed"
    /// A header was added to a response.
    case headerAdded = "header-added"
    /// A required header of a response was removed.
    case requiredHeaderRemoved = "required-header-removed"
    /// An optional header of a response was removed.
    case optionalHeaderRemoved = "optional-header-removed"
    /// A required header of a response became optional.
    case headerBecameOptional = "header-became-optional"
    /// An optional header of a response became required.
    case headerBecameRequired = "header-became-required"
    // Schemas
    /// Values have a different type.
    case typeChanged = "type-changed"
    /// Fewer types are allowed.
    case typeNarrowed = "type-narrowed"
    /// More types are allowed.
    case typeWidened = "type-widened"
    /// Null became allowed.
    case becameNullable = "became-nullable"
    /// Null is no longer allowed.
    case becameNotNullable = "became-not-nullable"
    /// The format changed to an unrelated one.
    case formatChanged = "format-changed"
    /// The format was added, or changed to one with fewer values.
    case formatNarrowed = "format-narrowed"
    /// The format was removed, or changed to one with more values.
    case formatWidened = "format-widened"
    /// An `enum` was added.
    case becameEnum = "became-enum"
    /// The `enum` was removed.
    case enumRemoved = "enum-removed"
    /// A value was added to an `enum`.
    case enumValueAdded = "enum-value-added"
    /// A value of an `enum` was removed.
    case enumValueRemoved = "enum-value-removed"
    /// A value was added to an `x-extensible-enum`.
    case extensibleEnumValueAdded = "extensible-enum-value-added"
    /// A value of an `x-extensible-enum` was removed.
    case extensibleEnumValueRemoved = "extensible-enum-value-removed"
    /// A `const` was added.
    case constAdded = "const-added"
    /// The `const` was removed.
    case constRemoved = "const-removed"
    /// The value of a `const` changed.
    case constChanged = "const-changed"
    /// A bound allows fewer values, such as a higher `minimum` or a lower `maxLength`.
    case boundTightened = "bound-tightened"
    /// A bound allows more values, such as a lower `minimum` or a higher `maxLength`.
    case boundLoosened = "bound-loosened"
    /// The `multipleOf` changed.
    case multipleOfChanged = "multiple-of-changed"
    /// A `pattern` was added.
    case patternAdded = "pattern-added"
    /// The `pattern` was removed.
    case patternRemoved = "pattern-removed"
    /// The `pattern` changed.
    case patternChanged = "pattern-changed"
    /// An optional property was added.
    case propertyAdded = "property-added"
    /// A required property was added.
    case requiredPropertyAdded = "required-property-added"
    /// An optional property was removed.
    case propertyRemoved = "property-removed"
    /// A property can no longer have a value.
    case propertyForbidden = "property-forbidden"
    /// A required property was removed.
    case requiredPropertyRemoved = "required-property-removed"
    /// An optional property became required.
    case propertyBecameRequired = "property-became-required"
    /// A required property became optional.
    case propertyBecameOptional = "property-became-optional"
    /// A property became read-only.
    case propertyLeftRequests = "property-left-requests"
    /// A property is no longer read-only.
    case propertyJoinedRequests = "property-joined-requests"
    /// A property became write-only.
    case propertyLeftResponses = "property-left-responses"
    /// A property is no longer write-only.
    case propertyJoinedResponses = "property-joined-responses"
    /// Undeclared properties are no longer allowed.
    case additionalPropertiesForbidden = "additional-properties-forbidden"
    /// Undeclared properties became allowed.
    case additionalPropertiesAllowed = "additional-properties-allowed"
    /// A `dependentRequired` or `dependentSchemas` was added.
    case dependencyAdded = "dependency-added"
    /// A `dependentRequired` or `dependentSchemas` was removed.
    case dependencyRemoved = "dependency-removed"
    /// A condition in `allOf`, `items`, `contains`, or a similar keyword was added to a schema.
    case subschemaAdded = "subschema-added"
    /// A condition in `allOf`, `items`, `contains`, or a similar keyword was removed from a schema.
    case subschemaRemoved = "subschema-removed"
    /// The `if` of a schema changed.
    case conditionChanged = "condition-changed"
    /// The number of `prefixItems` changed.
    case prefixItemsChanged = "prefix-items-changed"
    /// A schema was added to a `oneOf` or `anyOf`.
    case choiceAdded = "choice-added"
    /// A schema of a `oneOf` or `anyOf` was removed.
    case choiceRemoved = "choice-removed"
    /// A schema became a choice between several schemas.
    case wrappedInOneOf = "wrapped-in-one-of"
    /// The discriminator changed.
    case discriminatorChanged = "discriminator-changed"
    /// The `contentEncoding` or the `contentMediaType` of a string changed.
    case contentChanged = "content-changed"
    /// The representation in XML changed.
    case xmlChanged = "xml-changed"
    /// The default of a property changed.
    case defaultChanged = "default-changed"
    // Security and servers
    /// A way to authenticate was added.
    case securityRequirementAdded = "security-requirement-added"
    /// A way to authenticate was removed.
    case securityRequirementRemoved = "security-requirement-removed"
    /// An operation that was public requires authentication.
    case securityIntroduced = "security-introduced"
    /// An operation no longer requires authentication.
    case securityDropped = "security-dropped"
    /// A security scheme changed.
    case securitySchemeChanged = "security-scheme-changed"
    /// A server was added.
    case serverAdded = "server-added"
    /// A server was removed.
    case serverRemoved = "server-removed"
    /// A variable of a server changed.
    case serverVariableChanged = "server-variable-changed"
    // Words
    /// A description, title, summary or example changed.
    case documentationChanged = "documentation-changed"
    /// An extension changed: a field whose name begins with `x-`.
    case extensionChanged = "extension-changed"

    /// The effect of a change on the values that are exchanged. It determines the class.
    enum Variance {
        /// Fewer values are allowed. Clients may send rejected values, but receive no new ones.
        case narrows
        /// More values are allowed. Clients may receive unknown values, but their requests remain valid.
        case widens
        /// Different values are allowed, or values have a different location.
        case alters
        /// The change adds something that clients don't have to use.
        case extends
        /// Only descriptions change.
        case describes
    }

    var variance: Variance {
        switch self {
        case .operationAdded, .deprecatedOperationRemoved, .operationIDChanged, .webhookAdded, .callbackAdded,
            .linkChanged, .deprecated, .reactivated, .sunsetPutOff, .stabilityIncreased, .optionalParameterAdded,
            .deprecatedParameterRemoved, .parameterBecameOptional, .optionalBodyAdded, .bodyBecameOptional,
            .mediaTypeAdded, .responseAdded, .failureResponseRemoved, .headerAdded, .optionalHeaderRemoved,
            .headerBecameRequired, .extensibleEnumValueAdded, .propertyAdded, .propertyRemoved,
            .propertyJoinedRequests, .propertyJoinedResponses, .defaultChanged, .securityRequirementAdded,
            .securityDropped, .serverAdded:
            .extends
        case .operationRemoved, .operationRemovedBeforeSunset, .webhookRemoved, .callbackRemoved, .sunsetRemoved,
            .sunsetBroughtForward, .sunsetUnreadable, .stabilityDecreased, .requiredParameterAdded,
            .pathParameterAdded, .parameterRemoved, .parameterRemovedBeforeSunset, .parameterBecameRequired,
            .parameterStyleChanged, .parameterDefaultChanged, .requiredBodyAdded, .bodyRemoved, .bodyBecameRequired,
            .mediaTypeRemoved, .encodingChanged, .successResponseRemoved, .requiredHeaderRemoved,
            .headerBecameOptional, .typeChanged, .formatChanged, .constChanged, .multipleOfChanged, .patternChanged,
            .conditionChanged, .prefixItemsChanged, .wrappedInOneOf, .discriminatorChanged, .contentChanged,
            .xmlChanged, .securityRequirementRemoved, .securityIntroduced, .securitySchemeChanged, .serverRemoved,
            .serverVariableChanged:
            .alters
        case .mediaTypeNarrowed, .bodySchemaAdded, .typeNarrowed, .becameNotNullable, .formatNarrowed, .becameEnum,
            .enumValueRemoved, .extensibleEnumValueRemoved, .constAdded, .boundTightened, .patternAdded,
            .requiredPropertyAdded, .propertyForbidden, .propertyBecameRequired, .propertyLeftRequests,
            .additionalPropertiesForbidden, .dependencyAdded, .subschemaAdded, .choiceRemoved:
            .narrows
        case .mediaTypeWidened, .bodySchemaRemoved, .typeWidened, .becameNullable, .formatWidened, .enumRemoved,
            .enumValueAdded, .constRemoved, .boundLoosened, .patternRemoved, .requiredPropertyRemoved,
            .propertyBecameOptional, .propertyLeftResponses, .additionalPropertiesAllowed, .dependencyRemoved,
            .subschemaRemoved, .choiceAdded:
            .widens
        case .tagsChanged, .pathParameterRenamed, .documentationChanged, .extensionChanged: .describes
        }
    }

    /// Returns the effect of the change on clients if it affects requests, responses, or neither.
    public func effect(in direction: Change.Direction?) -> ChangeClass {
        switch (variance, direction) {
        case (.alters, _), (.narrows, .request), (.widens, .response): .breaking
        case (.narrows, nil), (.widens, nil): .breaking
        case (.describes, _): .cosmetic
        case (.extends, _), (.narrows, .response), (.widens, .request): .compatible
        }
    }
}
