/** Characters of the question in a name. */
const mostCharacters = 60;
/** Names that Windows keeps for devices. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** The first words of a question as a file name without ending that every system accepts, in any script. */
export function slugOf(question: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...words].slice(0, mostCharacters).join('').replace(/-+$/, '');
  if (short === '') return 'report';
  return device.test(short) ? `report-${short}` : short;
}
