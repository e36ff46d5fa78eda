const systemFont = 'system-ui, sans-serif';

/**
 * The style sheet of a diagram in the colours of the theme. A picture takes nothing from the page around it, so that the
 * values themselves have to be in it.
 */
export function diagramStyle(body: HTMLElement): string {
  const theme = getComputedStyle(body);
  const color = (name: string, otherwise: string) => colorIn(theme.getPropertyValue(`--vscode-${name}`)) ?? otherwise;
  const isContrast = /\bvscode-high-contrast/.test(body.className);
  const paper = color('editor-background', '#ffffff');
  const ink = color('editor-foreground', '#000000');
  const line = isContrast ? ink : mix(ink, 70, paper);
  const border = isContrast ? color('contrastBorder', ink) : mix(ink, 40, paper);
  const box = isContrast ? paper : mix(ink, 8, paper);
  const note = isContrast ? paper : mix(color('editorWarning-foreground', '#bf8803'), 16, paper);
  // Where every colour has to stand out, those that the diagram brings along do not count.
  const own = isContrast ? '' : ':not(.painted)';
  return [
    `text{font:13px ${fontIn(theme.getPropertyValue('--vscode-font-family')) ?? systemFont}}`,
    `text${own}{fill:${ink}}`,
    `.box${own},.tab{fill:${box}}.box:not([stroke])${isContrast ? ',.box' : ''},.tab{stroke:${border}}`,
    `.note{fill:${note};stroke:${border}}`,
    `.group${own}{fill:${isContrast ? paper : mix(ink, 3, paper)}}.group:not([stroke])${isContrast ? ',.group' : ''}{stroke:${border}}`,
    `.rule{stroke:${border}}`,
    `.line{fill:none;stroke:${line};stroke-width:1.2}.thick{stroke-width:3}.dotted{stroke-dasharray:4 4}`,
    `.life{stroke:${border};stroke-dasharray:4 4}`,
    `.frame{fill:none;stroke:${border}}.divider{stroke:${border};stroke-dasharray:4 4}`,
    `.head{fill:${line}}.hollow{fill:${paper};stroke:${line};stroke-width:1.2}`,
    `.mark{fill:${ink}}.under{fill:${paper}}`,
  ].join('');
}

/** A colour as VS Code writes them. Anything else could be more than a colour. */
function colorIn(value: string): string | undefined {
  const color = value.trim();
  return /^(?:#[\da-f]{3,8}|rgba?\([\d.,%\s/]+\))$/i.test(color) ? color : undefined;
}

function fontIn(value: string): string | undefined {
  const font = value.trim();
  return /^[\w\s,'".-]+$/.test(font) ? font : undefined;
}

function mix(color: string, percent: number, other: string): string {
  return `color-mix(in srgb,${color} ${percent}%,${other})`;
}
