/** What a secret is, as it is told to the user. */
export type SecretKind = 'privateKey' | 'token' | 'password';

export interface SecretPattern {
  readonly kind: SecretKind;
  /** Global. A group named `secret` is the part that must not leave; without one, it is the whole match. */
  readonly pattern: RegExp;
}

/** Tokens that their makers gave a form of their own, so that they can be told by it alone. */
const tokens: readonly RegExp[] = [
  // Google: API keys of both forms, client secrets, access and refresh tokens of OAuth.
  /AIza[\w-]{35}/,
  /AQ\.[\w-]{30,}/,
  /GOCSPX-[\w-]{20,}/,
  /ya29\.[\w-]{20,}/,
  /1\/\/0[\w-]{30,}/,
  // Amazon Web Services: the id of a key.
  /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/,
  // GitHub, GitLab, npm, PyPI, Docker, RubyGems, crates.io.
  /gh[oprsu]_[A-Za-z0-9]{36,}/,
  /github_pat_\w{50,}/,
  /gl(?:pat|ptt|dt|rt|soat|cbt|ft|imt|agent|oas)-[\w-]{20,}/,
  /npm_[A-Za-z0-9]{36}/,
  /pypi-[\w-]{50,}/,
  /dckr_(?:pat|oat)_[\w-]{20,}/,
  /rubygems_[0-9a-f]{48}/,
  /cio[A-Za-z0-9]{32}/,
  // Other makers of models.
  /sk-(?:proj|svcacct|admin|ant|or)-[\w-]{20,}/,
  /sk-[A-Za-z0-9]{32,}/,
  /hf_[A-Za-z0-9]{30,}/,
  /gsk_[A-Za-z0-9]{40,}/,
  // Messages, mail, payments.
  /xox[abeoprs]-[\w-]{10,}/,
  /xapp-\d-[\w-]{20,}/,
  /https:\/\/hooks\.slack\.com\/(?:services|workflows)\/[\w/]{20,}/,
  /https:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{40,}/,
  /\d{8,10}:AA[\w-]{33}/,
  /SG\.[\w-]{16,}\.[\w-]{16,}/,
  /key-[0-9a-f]{32}/,
  /(?:AC|SK)[0-9a-f]{32}/,
  /[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
  /whsec_[A-Za-z0-9+/=]{20,}/,
  /sq0(?:atp|csp|idp)-[\w-]{20,}/,
  /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/,
  // Clouds and services of developers.
  /do[oprt]_v1_[0-9a-f]{64}/,
  /hv[bs]\.[\w-]{24,}/,
  /dapi[0-9a-f]{32}/,
  /dp\.(?:ct|pt|sa|st|scim|audit)\.[\w.-]{30,}/,
  /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/,
  /lin_(?:api|oauth)_[A-Za-z0-9]{30,}/,
  /nfp_[A-Za-z0-9]{30,}/,
  /sbp_[0-9a-f]{40}/,
  /figd_[\w-]{30,}/,
  /glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/,
  /AGE-SECRET-KEY-1[A-Z0-9]{50,}/,
  /[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}/,
  // A JSON Web Token with its signature.
  /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/,
];

export const secretPatterns: readonly SecretPattern[] = [
  // Without its end a key goes as far as the text does: what is left of it is worth as much.
  {
    kind: 'privateKey',
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  { kind: 'privateKey', pattern: /PuTTY-User-Key-File-\d[\s\S]*?(?:Private-MAC: \w+|$)/g },
  // A letter or digit before or after it would make it a part of something else, such as an image in base64. A plus or
  // minus at the start of a line is the diff's.
  {
    kind: 'token',
    pattern: new RegExp(
      String.raw`(?<!\w|\/|(?<!^)[+-])(?:${tokens.map(({ source }) => source).join('|')})(?![\w+])`,
      'gm',
    ),
  },
  { kind: 'token', pattern: /\b(?:AccountKey|SharedAccessKey|sig)=(?<secret>[A-Za-z0-9+/%]{30,}={0,2})/g },
  { kind: 'token', pattern: /\b(?:Bearer|Basic)\s+(?<secret>(?=[\w.~+/=-]*\d)[\w.~+/-]{20,}={0,2})/g },
  {
    kind: 'password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"`<>${}]{0,80}:(?<secret>[^\s:/@'"`<>${}]{3,200})@/gi,
  },
];
