import { isDeviceName } from '../../base/deviceName';

/** Characters of the question in a name. */
const mostCharacters = 60;

/** The first words of a question as a file name without ending that every system accepts, in any script. */
export function slugOf(question: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...words].slice(0, mostCharacters).join('').replace(/-+$/, '');
  if (short === '') return 'report';
  return isDeviceName(short) ? `report-${short}` : short;
}
