/** Colours that the text of a diagram asks for. */
export interface Paint {
  /** `#rrggbb` */
  readonly fill?: string;
  readonly stroke?: string;
  /** The colour of the text, which can be read on the fill. */
  readonly text?: string;
}

/** Those that people know by heart. */
const named: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  lightgreen: '#90ee90',
  lime: '#00ff00',
  blue: '#0000ff',
  lightblue: '#add8e6',
  yellow: '#ffff00',
  lightyellow: '#ffffe0',
  orange: '#ffa500',
  pink: '#ffc0cb',
  lightpink: '#ffb6c1',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  cyan: '#00ffff',
  teal: '#008080',
  gold: '#ffd700',
};

/** Of `fill:#f9f,stroke:#333,stroke-width:4px,color:#fff`, the colours that are written in a way that is known. */
export function readPaint(properties: string): Paint {
  const colors = new Map<string, string>();
  for (const property of properties.split(/[,;]/)) {
    const [name = '', value = ''] = property.split(':', 2);
    const color = readColor(value);
    if (color !== undefined) colors.set(name.trim(), color);
  }
  const [fill, stroke, wish] = [colors.get('fill'), colors.get('stroke'), colors.get('color')];
  // Without a fill of its own, a text is on the theme's, of which its author knew nothing.
  const text = fill && (wish !== undefined && contrast(fill, wish) >= 3 ? wish : readableOn(fill));
  return { ...(fill && { fill }), ...(stroke && { stroke }), ...(text && { text }) };
}

function readColor(value: string): string | undefined {
  const color = value
    .replace(/!important/, '')
    .trim()
    .toLowerCase();
  if (/^#[\da-f]{6}$/.test(color)) return color;
  if (/^#[\da-f]{3}$/.test(color)) return color.replace(/[\da-f]/g, '$&$&');
  return Object.hasOwn(named, color) ? named[color] : undefined;
}

function readableOn(fill: string): string {
  return contrast(fill, '#000000') >= contrast(fill, '#ffffff') ? '#000000' : '#ffffff';
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** As WCAG has it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
