import { createHash, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import forge from 'node-forge';

const DAY = 24 * 60 * 60 * 1000;

/** A certificate of this run alone, which no browser trusts unless it is told to. */
export interface Certificate {
  /** both in PEM */
  cert: string;
  key: string;
  /** SHA-256 of the public key in base64, as `--ignore-certificate-errors-spki-list` takes it */
  spki: string;
}

const known = new Map<string, Certificate>();

/** For these names, from yesterday until tomorrow; made once, as that takes long. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const names = hosts.join();
  const certificate = known.get(names) ?? newCertificate(hosts);
  known.set(names, certificate);
  return certificate;
}

function newCertificate(hosts: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const made = forge.pki.createCertificate();
  const name = [{ name: 'commonName', value: 'Sandbox carrier' }];
  made.publicKey = forge.pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  // one that no browser has seen of this issuer before, and that is positive
  made.serialNumber = `01${randomBytes(8).toString('hex')}`;
  made.validity.notBefore = new Date(Date.now() - DAY);
  made.validity.notAfter = new Date(Date.now() + DAY);
  made.setSubject(name);
  made.setIssuer(name);
  made.setExtensions([{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }]);
  made.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create());
  const cert = forge.pki.certificateToPem(made);
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { cert, key, spki: createHash('sha256').update(spki).digest('base64') };
}
