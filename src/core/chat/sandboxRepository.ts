/** Why an address is not taken. `credentials`: it says who asks, or a secret. `form`: it names no repository. */
export type RepositoryRefusal = 'notHttps' | 'credentials' | 'form';

/** Longer addresses are no repositories. Characters. */
const longest = 500;
const segment = /^[\w][\w.+~-]*$/;

/**
 * The address of a Git repository that Google can fetch by itself: https, a host with a name that others know, an owner and
 * a name, and nothing that is a secret.
 */
export function readRepositoryUrl(text: string): string | RepositoryRefusal {
  const typed = text.trim();
  if (typed.length > longest || !/^[\x21-\x7e]+$/.test(typed) || !URL.canParse(typed)) return 'form';
  const { protocol, hostname, username, password, search, hash, port, pathname } = new URL(typed);
  // The order matters: of an address with a password that is what the user has to know.
  if (username !== '' || password !== '' || search !== '') return 'credentials';
  if (protocol !== 'https:') return 'notHttps';
  const names = pathname.replace(/\/+$/, '').split('/').slice(1);
  const isPublic =
    /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}$/i.test(hostname) && !/\.(local|internal|localhost)$/i.test(hostname);
  if (!isPublic || port !== '' || hash !== '' || names.length < 2) return 'form';
  if (!names.every((name) => segment.test(name))) return 'form';
  return `https://${hostname}/${names.join('/')}`;
}

export function isRefusal(read: string | RepositoryRefusal): read is RepositoryRefusal {
  return read === 'notHttps' || read === 'credentials' || read === 'form';
}

/** The folder of a repository in the sandbox: its name, unless one of the files lies there. */
export function repositoryFolder(url: string, filePaths: readonly string[]): string {
  const name = url.slice(url.lastIndexOf('/') + 1).replace(/\.git$/i, '') || 'repository';
  const taken = new Set(filePaths.map((path) => path.split('/', 1)[0]?.toLowerCase()));
  let free = name;
  for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${name}-${n}`;
  return free;
}
