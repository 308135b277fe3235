import type { JsonObject } from './json.ts';
/** The part of DMTF's Base message registry that the twin speaks; ids and arguments as there, the words are ours. */
declare const base: {
    readonly GeneralError: {
        readonly text: "The request failed; the extended information says why.";
        readonly severity: "Critical";
        readonly resolution: "Read the other messages of this answer.";
    };
    readonly NoValidSession: {
        readonly text: "The request carries no session and no credentials that are valid here.";
        readonly severity: "Critical";
        readonly resolution: "Log in, then send the request again.";
    };
    readonly ResourceMissingAtURI: {
        readonly text: "There is no resource at %1.";
        readonly severity: "Critical";
        readonly resolution: "Follow the links from the service root.";
    };
    readonly OperationNotAllowed: {
        readonly text: "This resource does not take that HTTP method.";
        readonly severity: "Critical";
        readonly resolution: "Use one of the methods that the Allow header lists.";
    };
    readonly QueryNotSupportedOnResource: {
        readonly text: "This service does not know that query parameter.";
        readonly severity: "Warning";
        readonly resolution: "Send the request without it.";
    };
    readonly MalformedJSON: {
        readonly text: "The body is no JSON object, or nested too deeply.";
        readonly severity: "Critical";
        readonly resolution: "Send a JSON object.";
    };
    readonly PropertyUnknown: {
        readonly text: "This resource has no property %1.";
        readonly severity: "Warning";
        readonly resolution: "Leave the property out.";
    };
    readonly PropertyNotWritable: {
        readonly text: "The property %1 is read-only.";
        readonly severity: "Warning";
        readonly resolution: "Leave the property out.";
    };
    readonly PropertyValueNotInList: {
        readonly text: "The property %2 does not take the value %1.";
        readonly severity: "Warning";
        readonly resolution: "Choose one of the allowable values.";
    };
    readonly PropertyValueTypeError: {
        readonly text: "The value %1 is of the wrong type for the property %2.";
        readonly severity: "Warning";
        readonly resolution: "Send a value of the right type.";
    };
    readonly CreateFailedMissingReqProperties: {
        readonly text: "The property %1 is needed to create this.";
        readonly severity: "Critical";
        readonly resolution: "Add the property.";
    };
    readonly ActionParameterMissing: {
        readonly text: "The action %1 needs the parameter %2.";
        readonly severity: "Critical";
        readonly resolution: "Add the parameter.";
    };
    readonly ActionParameterUnknown: {
        readonly text: "The action %1 has no parameter %2.";
        readonly severity: "Warning";
        readonly resolution: "Leave the parameter out.";
    };
    readonly ActionParameterValueNotInList: {
        readonly text: "The parameter %2 of the action %3 does not take the value %1.";
        readonly severity: "Warning";
        readonly resolution: "Choose one of the allowable values.";
    };
    readonly ActionParameterValueConflict: {
        readonly text: "The parameter %1 cannot be %2 in the present state.";
        readonly severity: "Warning";
        readonly resolution: "Read the state, and choose an action that fits it.";
    };
    readonly ResourceInUse: {
        readonly text: "The resource is changing from one state to another.";
        readonly severity: "Warning";
        readonly resolution: "Wait until the change is over.";
    };
    readonly PreconditionFailed: {
        readonly text: "The resource is no longer what the ETag names.";
        readonly severity: "Critical";
        readonly resolution: "Read the resource, then decide anew.";
    };
    readonly SessionLimitExceeded: {
        readonly text: "The session table is full.";
        readonly severity: "Critical";
        readonly resolution: "Log out of a session that is no longer needed.";
    };
    readonly ServiceTemporarilyUnavailable: {
        readonly text: "The service is busy; it may have time again in %1 seconds.";
        readonly severity: "Critical";
        readonly resolution: "Wait, then send the request again.";
    };
};
export type MessageId = keyof typeof base;
/** One entry of `@Message.ExtendedInfo` (Redfish Message schema). */
export declare function message(id: MessageId, ...args: readonly string[]): JsonObject;
export {};
