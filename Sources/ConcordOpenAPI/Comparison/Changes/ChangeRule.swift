/// A kind of change, with the code that identifies it in reports.
public enum ChangeRule: String, Hashable, Sendable, CaseIterable {
    // Operations
    case operationAdded = "operation-added"
    case operationRemoved = "operation-removed"
    case operationRemovedBeforeSunset = "operation-removed-before-sunset"
    case deprecatedOperationRemoved = "deprecated-operation-removed"
    case operationIDChanged = "operation-id-changed"
    case webhookAdded = "webhook-added"
    case webhookRemoved = "webhook-removed"
    case callbackAdded = "callback-added"
    case callbackRemoved = "callback-removed"
    case linkChanged = "link-changed"
    case tagsChanged = "tags-changed"
    // Life cycle
    case deprecated = "deprecated"
    case reactivated = "reactivated"
    case sunsetRemoved = "sunset-removed"
    case sunsetBroughtForward = "sunset-brought-forward"
    case sunsetPutOff = "sunset-put-off"
    case sunsetUnreadable = "sunset-unreadable"
    case stabilityDecreased = "stability-decreased"
    case stabilityIncreased = "stability-increased"
    // Parameters
    case optionalParameterAdded = "optional-parameter-added"
    case requiredParameterAdded = "required-parameter-added"
    case pathParameterAdded = "path-parameter-added"
    case pathParameterRenamed = "path-parameter-renamed"
    case parameterRemoved = "parameter-removed"
    case deprecatedParameterRemoved = "deprecated-parameter-removed"
    case parameterRemovedBeforeSunset = "parameter-removed-before-sunset"
    case parameterBecameRequired = "parameter-became-required"
    case parameterBecameOptional = "parameter-became-optional"
    case parameterStyleChanged = "parameter-style-changed"
    case parameterDefaultChanged = "parameter-default-changed"
    // Bodies
    case optionalBodyAdded = "optional-body-added"
    case requiredBodyAdded = "required-body-added"
    case bodyRemoved = "body-removed"
    case bodyBecameRequired = "body-became-required"
    case bodyBecameOptional = "body-became-optional"
    case mediaTypeAdded = "media-type-added"
    case mediaTypeRemoved = "media-type-removed"
    case mediaTypeWidened = "media-type-widened"
    case mediaTypeNarrowed = "media-type-narrowed"
    case bodySchemaAdded = "body-schema-added"
    case bodySchemaRemoved = "body-schema-removed"
    case encodingChanged = "encoding-changed"
    // Responses
    case responseAdded = "response-added"
    case successResponseRemoved = "success-response-removed"
    case failureResponseRemoved = "failure-response-removed"
    case headerAdded = "header-added"
    case requiredHeaderRemoved = "required-header-removed"
    case optionalHeaderRemoved = "optional-header-removed"
    case headerBecameOptional = "header-became-optional"
    case headerBecameRequired = "header-became-required"
    // Schemas
    case typeChanged = "type-changed"
    case typeNarrowed = "type-narrowed"
    case typeWidened = "type-widened"
    case becameNullable = "became-nullable"
    case becameNotNullable = "became-not-nullable"
    case formatChanged = "format-changed"
    case formatNarrowed = "format-narrowed"
    case formatWidened = "format-widened"
    case becameEnum = "became-enum"
    case enumRemoved = "enum-removed"
    case enumValueAdded = "enum-value-added"
    case enumValueRemoved = "enum-value-removed"
    case extensibleEnumValueAdded = "extensible-enum-value-added"
    case extensibleEnumValueRemoved = "extensible-enum-value-removed"
    case constAdded = "const-added"
    case constRemoved = "const-removed"
    case constChanged = "const-changed"
    case boundTightened = "bound-tightened"
    case boundLoosened = "bound-loosened"
    case multipleOfChanged = "multiple-of-changed"
    case patternAdded = "pattern-added"
    case patternRemoved = "pattern-removed"
    case patternChanged = "pattern-changed"
    case propertyAdded = "property-added"
    case requiredPropertyAdded = "required-property-added"
    case propertyRemoved = "property-removed"
    case propertyForbidden = "property-forbidden"
    case requiredPropertyRemoved = "required-property-removed"
    case propertyBecameRequired = "property-became-required"
    case propertyBecameOptional = "property-became-optional"
    case propertyLeftRequests = "property-left-requests"
    case propertyJoinedRequests = "property-joined-requests"
    case propertyLeftResponses = "property-left-responses"
    case propertyJoinedResponses = "property-joined-responses"
    case additionalPropertiesForbidden = "additional-properties-forbidden"
    case additionalPropertiesAllowed = "additional-properties-allowed"
    case dependencyAdded = "dependency-added"
    case dependencyRemoved = "dependency-removed"
    case subschemaAdded = "subschema-added"
    case subschemaRemoved = "subschema-removed"
    case conditionChanged = "condition-changed"
    case prefixItemsChanged = "prefix-items-changed"
    case choiceAdded = "choice-added"
    case choiceRemoved = "choice-removed"
    case wrappedInOneOf = "wrapped-in-one-of"
    case discriminatorChanged = "discriminator-changed"
    case contentChanged = "content-changed"
    case xmlChanged = "xml-changed"
    case defaultChanged = "default-changed"
    // Security and servers
    case securityRequirementAdded = "security-requirement-added"
    case securityRequirementRemoved = "security-requirement-removed"
    case securityIntroduced = "security-introduced"
    case securityDropped = "security-dropped"
    case securitySchemeChanged = "security-scheme-changed"
    case serverAdded = "server-added"
    case serverRemoved = "server-removed"
    case serverVariableChanged = "server-variable-changed"
    // Words
    case documentationChanged = "documentation-changed"
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
