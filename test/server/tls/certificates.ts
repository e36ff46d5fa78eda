import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { bits, explicit, implicit, integer, objectId, octets, sequence, setOf, time, utf8, yes } from './der';

/** What a TLS server shows and holds. Both are PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

/** In days from now; the past is negative. Default: since yesterday, for ten days. */
export interface Validity {
  readonly fromDays?: number;
  readonly toDays?: number;
}

/**
 * A certificate authority nobody knows, as the inspecting proxy of a company has one. Made again each time, because Node
 * reads certificates but writes none, a machine may have no openssl, and a private key has no place in a repository.
 */
export class PrivateAuthority {
  readonly #keys = newKeys();
  readonly #name = `Test authority ${randomBytes(4).toString('hex')}`;
  /** In PEM, as NODE_EXTRA_CA_CERTS wants it. */
  readonly certificate = write({
    subject: this.#name,
    issuer: this.#name,
    publicKey: this.#keys.publicKey,
    signingKey: this.#keys.privateKey,
    extensions: [
      extension('2.5.29.19', sequence(yes()), 'critical'), // basic constraints: is an authority
      extension('2.5.29.15', bits(Buffer.of(0b0000_0110), 1), 'critical'), // key usage: signs certificates and lists
    ],
  });

  /** An identity for host names and IPv4 addresses, vouched for by this authority. */
  identityFor(hosts: readonly string[], validity: Validity = {}): Identity {
    return leaf(hosts, validity, { name: this.#name, key: this.#keys.privateKey });
  }
}

/** An identity that nobody vouches for but itself. */
export function selfSigned(hosts: readonly string[]): Identity {
  return leaf(hosts, {}, undefined);
}

function leaf(
  hosts: readonly string[],
  validity: Validity,
  issuer: { readonly name: string; readonly key: KeyObject } | undefined,
): Identity {
  const { publicKey, privateKey } = newKeys();
  const subject = hosts[0] ?? 'nobody';
  const certificate = write({
    subject,
    issuer: issuer?.name ?? subject,
    publicKey,
    signingKey: issuer?.key ?? privateKey,
    validity,
    extensions: [extension('2.5.29.17', sequence(...hosts.map(alternativeName)))],
  });
  return { certificate, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

interface CertificateContent {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly validity?: Validity;
  readonly extensions: readonly Buffer[];
}

/** X.509 version 3, RFC 5280 section 4.1. */
function write(content: CertificateContent): string {
  const { fromDays = -1, toDays = 10 } = content.validity ?? {};
  const signed = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    ecdsaWithSha256,
    name(content.issuer),
    sequence(time(daysFromNow(fromDays)), time(daysFromNow(toDays))),
    name(content.subject),
    content.publicKey.export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...content.extensions)),
  );
  return pem(sequence(signed, ecdsaWithSha256, bits(sign('sha256', signed, content.signingKey))));
}

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));

function newKeys(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function name(text: string): Buffer {
  return sequence(setOf(sequence(objectId('2.5.4.3'), utf8(text))));
}

function extension(id: string, value: Buffer, critical?: 'critical'): Buffer {
  return sequence(objectId(id), ...(critical ? [yes()] : []), octets(value));
}

function alternativeName(host: string): Buffer {
  return isIPv4(host) ? implicit(7, Buffer.from(host.split('.').map(Number))) : implicit(2, Buffer.from(host, 'ascii'));
}

function daysFromNow(days: number): Date {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000);
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
