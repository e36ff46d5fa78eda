/** `research/2026-11-28-heat-pumps.md`, below the folder of the settings. `at`: milliseconds since 1970, in local time. */
export function savedName(at: number, slug: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}-${slug}`;
}

/** The report with its pictures in the folder of this name beside it. */
export function withPicturesIn(markdown: string, folder: string): string {
  const path = encodeURIComponent(folder).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return markdown.replace(/(!\[[^\]\n]*\])\((figure-\d+\.\w+)\)/g, `$1(${path}/$2)`);
}
