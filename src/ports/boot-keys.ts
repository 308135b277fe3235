/** What the boot service of a facility proves itself and its words with. One secret, kept by the adapter; none leaves it. */
export interface BootKeys {
  /** HMAC-SHA-256 of the label under the facility's boot key, as 64 lower-case hex digits. */
  derive(label: string): string;
  /** Ed25519 over the UTF-8 bytes of the text; base64. */
  sign(text: string): string;
  /** What `sign` is checked with: SubjectPublicKeyInfo (DER), base64. */
  readonly publicKey: string;
  /** SHA-256 of the HTTPS server's public key (SubjectPublicKeyInfo, DER), base64. */
  readonly pin: string;
}
