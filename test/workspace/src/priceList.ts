export interface Price {
  plant: string;
  cents: number;
}

/** Reads lines such as `Tomato; 3.20`. Lines without a price are left out. */
export function parsePrices(text: string): Price[] {
  return text
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([plant, price]) => plant && price)
    .map(([plant = '', price = '']) => ({ plant, cents: Math.round(parseFloat(price) * 100) }));
}

export function cheapest(prices: Price[]): Price | undefined {
  return prices.reduce<Price | undefined>(
    (best, price) => (best && best.cents <= price.cents ? best : price),
    undefined,
  );
}

export function formatPrice({ cents }: Price): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')} €`;
}
