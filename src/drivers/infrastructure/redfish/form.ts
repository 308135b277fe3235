/**
 * Other forms of the same request, for services that refuse the usual one. A `refused` answer names the forms to use
 * next as one quirk, joined by `+`; the executor hands it back when it sends again.
 */
const forms = [
  /** With a new login: the session had ended. */
  'login-again',
  /** If-Match without the `W/` of a weak ETag. */
  'etag-weak',
  /** No If-Match, although there is an ETag. */
  'etag-none',
  /** If-Match where none was sent: the ETag that is known, else `*`. */
  'etag-required',
  /** A boot override with BootSourceOverrideMode, although the resource does not show one. */
  'boot-mode-together',
  /** A boot override without the BootSourceOverrideMode that the resource shows. */
  'boot-mode-apart',
  /** A BIOS write without @Redfish.SettingsApplyTime, although OnReset is offered. */
  'bios-no-apply-time',
  /** A BMC reset with an empty body. */
  'reset-type-none',
  /** An account is not added, but put into an empty slot. */
  'account-slot',
  /** A boot override for UefiHttp without HttpBootUri, although the resource shows one. */
  'boot-uri-apart',
  /** The image goes into the second empty slot: the first takes none, although it is offered. */
  'media-other-slot',
  /** An image with its TransferProtocolType. */
  'media-protocol',
  /** An image with its TransferMethod. */
  'media-method',
  /** An image with everything that the schema has for it. */
  'media-whole',
  /** An image that is written to the resource, without WriteProtected. */
  'media-plain',
] as const;

export type Form = (typeof forms)[number];
export type Forms = ReadonlySet<Form>;

/** Words that are no form are nobody's here. */
export function readForms(quirk: string | undefined): Forms {
  const words = new Set(quirk?.split('+'));
  return new Set(forms.filter((form) => words.has(form)));
}

/** The quirk that names what was used and one form more; `undefined` when that one was in use already. */
export function quirkWith(used: Forms, form: Form | undefined): string | undefined {
  if (form === undefined || used.has(form)) return undefined;
  return forms.filter((word) => word === form || used.has(word)).join('+');
}
