import { digestOf } from '../../diff/digest.ts';
import type { BootstrapRecord, NodeSecrets, NodeSpec } from '../../model/node.ts';
import { ok, type Result } from '../../model/result.ts';
import { Secret } from '../../model/secret.ts';
import type { BootstrapDriver } from '../../ports/driver.ts';

/** In place of what is known only when a node asks. */
const placeholders: NodeSecrets = {
  token: new Secret('<token>'),
  certificateKey: new Secret('<certificate-key>'),
  caCertHash: new Secret('<ca-cert-hash>'),
};

/** What a node would be given, each secret replaced by its name; its digest is what status may hold. */
export interface Preview {
  readonly userData: string;
  readonly metaData: string;
  readonly networkConfig?: string;
  readonly record: BootstrapRecord;
}

export function preview(driver: BootstrapDriver, node: NodeSpec): Result<Preview, string> {
  const rendered = driver.render(node, placeholders);
  if (!rendered.ok) return rendered;
  const seed = { ...rendered.value, userData: rendered.value.userData.reveal() };
  return ok({ ...seed, record: { ref: node.ref, digest: digestOf(seed) } });
}
