/** Where requests to models go. Source: SDK method `interactions.create`. */
export function addressOf(origin: string, version: string): string {
  return `${origin}/${version}/interactions`;
}
