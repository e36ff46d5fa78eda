const words = (
  'the a of to and in that it is for with as on this value function returns list error file line test type string ' +
  'number should cannot because when every only first last changed reads writes closes opens stream buffer index ' +
  'parser token server client request answer naïve café Straße données größer ответ строка 関数 返す 值 📦 🙂'
).split(' ');
const code =
  '```ts\nexport function sum(values: readonly number[]): number {\n  return values.reduce((a, b) => a + b, 0);\n}\n```\n';

/** Prose as a model writes it, with some code in it, of about this length. Several scripts, so that bytes differ from letters. */
export function sampleText(random: () => number, length: number): string {
  let text = '';
  let sentence = 0;
  while (text.length < length) {
    const word = words[Math.floor(random() * words.length)] ?? 'the';
    text += sentence === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : ` ${word}`;
    sentence += 1;
    if (sentence > 6 && random() < 0.2) {
      text += random() < 0.15 ? `.\n\n${code}\n` : '. ';
      sentence = 0;
    }
  }
  return text.trim();
}
