/** An amount of US dollars as people read it, with two digits that count, also of a hundredth of a cent. */
export function amountText(dollars: number, language: string): string {
  const digits = dollars === 0 || dollars >= 0.1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(dollars)));
  return dollars.toLocaleString(language === '' ? 'en' : language, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.max(2, digits),
  });
}
