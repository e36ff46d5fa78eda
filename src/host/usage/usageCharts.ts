/** Drawings for the eye alone: the tables say the same. Sizes are attributes, since the page's policy allows no styles. */

const width = 600;
const height = 100;

/** A column for each value, from left to right, the highest one as high as the drawing. */
export function columnChart(values: readonly number[]): string {
  const most = Math.max(0, ...values);
  if (most === 0) return '';
  const step = width / values.length;
  const columns = values.map((value, at) => {
    const tall = shareOf(value, most, height);
    return `<rect x="${tidy(at * step + 1)}" y="${tidy(height - tall)}" width="${tidy(step - 2)}" height="${tidy(tall)}"/>`;
  });
  const base = `<line x1="0" y1="${height}" x2="${width}" y2="${height}"/>`;
  return `<svg class="columns" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${columns.join('')}${base}</svg>`;
}

/** A bar below a number, as long as its share of the highest one. */
export function rowBar(value: number, most: number): string {
  if (most === 0) return '';
  const long = shareOf(value, most, 100);
  return `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="${tidy(long)}" height="4"/></svg>`;
}

/** What is there is seen, however small it is. */
function shareOf(value: number, most: number, whole: number): number {
  return value === 0 ? 0 : Math.max(whole / 100, (value / most) * whole);
}

function tidy(size: number): string {
  return String(Number(size.toFixed(2)));
}
