/** Small files of several kinds, in base64: what tests attach. */
export const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A recording that ends at once. */
export const wav = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAwF0AAIC7AAACABAAZGF0YQAAAAA=';

/** A PDF as far as the server reads it. `pages`: what its tree of pages counts. */
export function pdf(pages: number, trailer = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count ${pages} >>\nendobj\ntrailer\n<< ${trailer} >>\n%%EOF\n`,
  );
}
