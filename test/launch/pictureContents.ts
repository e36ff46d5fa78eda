/** What the pictures in the README show, besides the product. */

export const answer = `# From a question to its answer

The window closes, the network goes: the answer does not. It is written **at Google**, and picked up here again.

\`\`\`mermaid
flowchart LR
    Ask[Question] --> Disk[(Your disk)]
    Disk --> Google{{Gemini}}
    Google -->|streams| Panel[Answer]
    Google -.->|after a break| Again[Fetched again]
    Again --> Panel
\`\`\`

| What happens | What you do |
| :-- | :-- |
| the network is lost | nothing |
| VS Code is closed in mid-answer | open it again |
| the quota is used up | **Switch Model**, or wait |

How long it waits before it looks again, after $$n$$ tries:

$$
t_n = \\min\\left(60,\\ 10 \\cdot 2^{\\,n-1}\\right) \\text{ seconds}
$$

\`\`\`ts src/resume.ts
export async function resume(id: string): Promise<Answer> {
  const known = await read(id); // what the service has is the truth
  return known.isComplete ? known : resume(id, known.lastEvent);
}
\`\`\`
`;

/** Hills under a low sun, as the browser of the window draws them. Written as text: these files know no DOM. */
export const drawing = `(async () => {
  const canvas = new OffscreenCanvas(1280, 720);
  const on = canvas.getContext('2d');
  const sky = on.createLinearGradient(0, 0, 0, 520);
  for (const [at, colour] of [[0, '#274b7a'], [0.55, '#d98a6a'], [1, '#ffd9a0']]) sky.addColorStop(at, colour);
  on.fillStyle = sky;
  on.fillRect(0, 0, 1280, 720);
  on.fillStyle = '#fff3d6';
  on.beginPath();
  on.arc(880, 400, 58, 0, 7);
  on.fill();
  for (const [base, height, length, colour] of [[430, 60, 210, '#8f6b7e'], [500, 70, 290, '#5c4d6b'], [590, 55, 370, '#2f3350']]) {
    on.fillStyle = colour;
    on.beginPath();
    on.moveTo(0, 720);
    for (let x = 0; x <= 1280; x += 8) on.lineTo(x, base + height * Math.sin(x / length + base) + 9 * Math.sin(x / 37));
    on.lineTo(1280, 720);
    on.fill();
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
})()`;

/** Stores by their names, with the sizes of their documents in bytes. */
export const stores: Readonly<Record<string, readonly number[]>> = {
  'Garden guide': [48_000, 21_500, 90_300, 12_800],
  'Design notes': [310_000, 42_000],
  'API documentation': Array.from({ length: 126 }, (_, at) => 9_000 + 137 * at),
};
