/**
 * Other forms of the same request, for services that refuse the usual one. A `refused` answer names the forms to use
 * next as one quirk, joined by `+`; the executor hands it back when it sends again.
 */
declare const forms: readonly ["login-again", "etag-weak", "etag-none", "etag-required", "boot-mode-together", "boot-mode-apart", "bios-no-apply-time", "reset-type-none"];
export type Form = (typeof forms)[number];
export type Forms = ReadonlySet<Form>;
/** Words that are no form are nobody's here. */
export declare function readForms(quirk: string | undefined): Forms;
/** The quirk that names what was used and one form more; `undefined` when that one was in use already. */
export declare function quirkWith(used: Forms, form: Form | undefined): string | undefined;
export {};
