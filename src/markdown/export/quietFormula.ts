/** TeX does not mind a blank, and others then see neither a tag nor a picture. */
export function quietFormula(source: string): string {
  return source.replace(/<(?=[a-z][a-z\d-]*(?:[\s/>]|$)|[/!?])/gim, '< ').replace(/!(?=\[)/g, '! ');
}
