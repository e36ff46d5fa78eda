/** Names of files that hold secrets by their purpose, in lower case. */
const names = [
  /\.env(?:\..+)?/,
  /.+\.env/,
  /\.envrc/,
  /\.netrc|_netrc|\.pgpass|\.my\.cnf|\.htpasswd|\.dockercfg|\.git-credentials|\.npmrc|\.yarnrc\.yml|\.pypirc|\.s3cfg|\.boto/,
  /id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?/,
  /.+\.(?:pem|key|p8|p12|pfx|jks|keystore|kdbx?|ppk|asc|gpg|ovpn|mobileprovision|tfvars|tfstate)(?:\.backup)?/,
  /(?:.+[._-])?(?:secrets?|credentials?)(?:[._-].+)?\.(?:json|ya?ml|toml|ini|txt|properties|xml|cfg|conf)/,
  /credentials|secrets/,
  /service[_-]?account.*\.json|client_secret.*\.json|google-services\.json|googleservice-info\.plist/,
  /(?:wp-config|local_settings|settings\.local)\.(?:php|py)|master\.key|terraform\.tfvars.*/,
];
const secretName = new RegExp(`^(?:${names.map(({ source }) => source).join('|')})$`);

/** What shows how such a file looks, without anything in it. */
const sample = /(?:^|[._-])(?:example|sample|template|dist|defaults?|schema)(?:[._-]|$)/;

/** Folders in which every file counts. */
const secretFolder = /(?:^|\/)(?:\.ssh|\.gnupg|\.aws|\.azure|\.kube|\.docker|secrets?)\//;

/** Public halves, and lists of them, hold nothing that is secret. */
const isPublic = /\.pub$|(?:^|[._-])(?:public|pubkey|known_hosts|authorized_keys)(?:[._-]|$)/;

/** Whether a file is one that people keep secrets in, by its path alone. Slashes of both kinds. */
export function isSecretFile(path: string): boolean {
  const whole = path.replaceAll('\\', '/').toLowerCase();
  const name = whole.slice(whole.lastIndexOf('/') + 1);
  if (sample.test(name)) return false;
  if (secretName.test(name)) return !isPublic.test(name);
  return secretFolder.test(whole) && !isPublic.test(name) && !sourceCode.test(name);
}

/** In a folder called `secrets` there may be the code that handles them. */
const sourceCode = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|kts|cs|cpp|c|h|hpp|swift|php|scala|ex|exs|md|html|css|sql)$/;
