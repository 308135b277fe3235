import type { JsonObject } from './json.ts';

interface Message {
  /** `%1`, `%2` … stand for the arguments. */
  readonly text: string;
  readonly severity: 'OK' | 'Warning' | 'Critical';
  readonly resolution: string;
  /** Absent: DMTF's Base. */
  readonly registry?: string;
}

/** The part of DMTF's Base message registry, and of a vendor's, that the twin speaks; ids and arguments as there, the words are ours. */
const base = {
  GeneralError: {
    text: 'The request failed; the extended information says why.',
    severity: 'Critical',
    resolution: 'Read the other messages of this answer.',
  },
  NoValidSession: {
    text: 'The request carries no session and no credentials that are valid here.',
    severity: 'Critical',
    resolution: 'Log in, then send the request again.',
  },
  ResourceMissingAtURI: {
    text: 'There is no resource at %1.',
    severity: 'Critical',
    resolution: 'Follow the links from the service root.',
  },
  OperationNotAllowed: {
    text: 'This resource does not take that HTTP method.',
    severity: 'Critical',
    resolution: 'Use one of the methods that the Allow header lists.',
  },
  QueryNotSupportedOnResource: {
    text: 'This service does not know that query parameter.',
    severity: 'Warning',
    resolution: 'Send the request without it.',
  },
  MalformedJSON: {
    text: 'The body is no JSON object, or nested too deeply.',
    severity: 'Critical',
    resolution: 'Send a JSON object.',
  },
  PropertyUnknown: {
    text: 'This resource has no property %1.',
    severity: 'Warning',
    resolution: 'Leave the property out.',
  },
  PropertyNotWritable: {
    text: 'The property %1 is read-only.',
    severity: 'Warning',
    resolution: 'Leave the property out.',
  },
  PropertyValueNotInList: {
    text: 'The property %2 does not take the value %1.',
    severity: 'Warning',
    resolution: 'Choose one of the allowable values.',
  },
  PropertyValueTypeError: {
    text: 'The value %1 is of the wrong type for the property %2.',
    severity: 'Warning',
    resolution: 'Send a value of the right type.',
  },
  PropertyValueFormatError: {
    text: 'The value %1 has not the form that the property %2 asks for.',
    severity: 'Warning',
    resolution: 'Send a value of the right form.',
  },
  ResourceAlreadyExists: {
    text: 'There is a %1 already whose %2 is %3.',
    severity: 'Critical',
    resolution: 'Choose another value, or change the one that is there.',
  },
  CreateLimitReachedForResource: {
    text: 'There is no room for one more.',
    severity: 'Critical',
    resolution: 'Remove one first.',
  },
  CreateFailedMissingReqProperties: {
    text: 'The property %1 is needed to create this.',
    severity: 'Critical',
    resolution: 'Add the property.',
  },
  ActionParameterMissing: {
    text: 'The action %1 needs the parameter %2.',
    severity: 'Critical',
    resolution: 'Add the parameter.',
  },
  ActionParameterUnknown: {
    text: 'The action %1 has no parameter %2.',
    severity: 'Warning',
    resolution: 'Leave the parameter out.',
  },
  ActionParameterValueNotInList: {
    text: 'The parameter %2 of the action %3 does not take the value %1.',
    severity: 'Warning',
    resolution: 'Choose one of the allowable values.',
  },
  ActionParameterValueConflict: {
    text: 'The parameter %1 cannot be %2 in the present state.',
    severity: 'Warning',
    resolution: 'Read the state, and choose an action that fits it.',
  },
  ActionParameterValueFormatError: {
    text: 'The parameter %1 of the action %2 does not take a value of this form.',
    severity: 'Warning',
    resolution: 'Send a value of the right form.',
  },
  ResourceInUse: {
    text: 'The resource is in use, or changing from one state to another.',
    severity: 'Warning',
    resolution: 'Wait until it is free.',
  },
  OemLicenseNotPassed: {
    text: 'There is no licence here for %1.',
    severity: 'Warning',
    resolution: 'Activate a licence.',
    registry: 'SMC.1.0',
  },
  PasswordChangeRequired: {
    text: 'The password of %2 must be changed at %1 before anything else is done.',
    severity: 'Critical',
    resolution: 'Give the account another password.',
  },
  PreconditionFailed: {
    text: 'The resource is no longer what the ETag names.',
    severity: 'Critical',
    resolution: 'Read the resource, then decide anew.',
  },
  SessionLimitExceeded: {
    text: 'The session table is full.',
    severity: 'Critical',
    resolution: 'Log out of a session that is no longer needed.',
  },
  ServiceTemporarilyUnavailable: {
    text: 'The service is busy; it may have time again in %1 seconds.',
    severity: 'Critical',
    resolution: 'Wait, then send the request again.',
  },
} as const satisfies Readonly<Record<string, Message>>;
export type MessageId = keyof typeof base;

/** One entry of `@Message.ExtendedInfo` (Redfish Message schema). */
export function message(id: MessageId, ...args: readonly string[]): JsonObject {
  const { text, severity, resolution, registry = 'Base.1.18' }: Message = base[id];
  return {
    '@odata.type': '#Message.v1_1_2.Message',
    MessageId: `${registry}.${id}`,
    Message: text.replace(/%(\d)/g, (_, place) => args[Number(place) - 1] ?? ''),
    MessageArgs: [...args],
    MessageSeverity: severity,
    Severity: severity,
    Resolution: resolution,
  };
}
