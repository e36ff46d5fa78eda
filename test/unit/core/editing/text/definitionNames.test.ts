import assert from 'node:assert/strict';
import { nameAt } from '../../../../../src/core/editing/text/definitionNames';

/** The name of the definition that begins at the first line. */
const name = (languageId: string, ...contents: string[]) => nameAt(contents, 0, languageId);

describe('the name of a definition', () => {
  for (const [languageId, line, expected] of [
    ['typescript', 'export default async function* water() {', 'water'],
    ['typescript', 'export abstract class Garden {', 'Garden'],
    ['typescript', 'declare namespace Garden {', 'Garden'],
    ['typescript', 'export const enum Kind {', 'Kind'],
    ['typescript', 'export const water = (litres: number) => litres;', 'water'],
    ['typescript', 'let size: number = 1;', 'size'],
    ['typescript', '  größe = 3;', undefined],
    ['typescript', 'größe = 3;', 'größe'],
    ['typescript', 'size == 3;', undefined],
    ['typescript', 'const { a, b } = c;', undefined],
    ['python', 'async def water(self):', 'water'],
    ['python', 'LIMIT: int = 3', 'LIMIT'],
    ['ruby', 'def self.dry?', 'self.dry?'],
    ['ruby', 'def dry!', 'dry!'],
    ['ruby', 'module Garden', 'Garden'],
    ['lua', 'function M.sub:water()', 'M.sub:water'],
    ['go', 'func (g *Garden) Water() {', 'Water'],
    ['rust', 'pub(crate) unsafe fn water<T>() {', 'water'],
    ['rust', 'macro_rules! beds {', 'beds'],
    ['rust', 'unsafe impl<T>   Send for   Bed<T> {', 'impl<T> Send for Bed<T>'],
    ['rust', 'impl Bed where T: Copy {', 'impl Bed'],
    ['rust', 'static mut COUNT: u32 = 0;', 'COUNT'],
    ['kotlin', 'private suspend fun water() = 1', 'water'],
    ['swift', 'fileprivate mutating func water() {', 'water'],
    ['elixir', 'defmodule Garden.Beds do', 'Garden.Beds'],
    ['csharp', 'public sealed partial record Bed(int Size);', 'Bed'],
    ['cpp', 'enum struct Kind {', 'Kind'],
    ['kotlin', 'enum class Kind {', 'Kind'],
    ['sql', 'create or replace view if not exists beds.dry as', 'beds.dry'],
    ['sql', 'CREATE UNIQUE INDEX "by_size" ON beds (size);', 'by_size'],
    ['css', '.bed > .dry:hover {', '.bed > .dry:hover'],
    ['css', '@media (min-width: 3em) {', '@media (min-width: 3em)'],
    ['scss', '@mixin dry($a) {', '@mixin dry($a)'],
    ['css', 'color: red;', undefined],
    ['yaml', 'beds:', 'beds'],
    ['yaml', '"dry beds": 1', 'dry beds'],
    ['yaml', "'dry beds': 1", 'dry beds'],
    ['yaml', '  beds: 1', undefined],
    ['yaml', 'http://a', undefined],
    ['toml', 'size.of = 3', 'size.of'],
    ['ini', 'size=3', 'size'],
    ['makefile', 'a.o b.o: a.c', 'a.o b.o'],
    ['makefile', 'CC := gcc', 'CC'],
    ['makefile', 'CC ?= gcc', 'CC'],
    ['json', '  "beds": [', 'beds'],
    ['jsonc', '"beds" : 1', 'beds'],
    ['plaintext', 'function water() {', undefined],
  ] as const) {
    it(`is ${expected ?? 'none'} in ${languageId}: ${line}`, () => assert.equal(name(languageId, line), expected));
  }

  it('is that of the line that is asked for', () => {
    const contents = ['class A {', '  b() {', '  }', '}'];
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((at) => nameAt(contents, at, 'typescript')),
      ['A', 'b', undefined, undefined, undefined],
    );
  });

  it('is none in a line of more than 2,000 characters, which nobody wrote', () => {
    const line = (length: number) => `function f() {${' '.repeat(length - 15)}}`;
    assert.equal(name('typescript', line(2_000)), 'f');
    assert.equal(name('typescript', line(2_001)), undefined);
  });
});

describe('a method without a keyword', () => {
  for (const [lines, expected] of [
    [['water(litres) {'], 'water'],
    [['  private async water(litres: number): Promise<void> {'], 'water'],
    [['get size() {'], 'size'],
    [['#dry() {'], '#dry'],
    [['*beds() {'], 'beds'],
    [['std::vector<int> Garden::beds() {'], 'Garden::beds'],
    [['Garden::~Garden() {'], 'Garden::~Garden'],
    [['~Garden() {'], '~Garden'],
    [['void app::Garden::dry() {'], 'app::Garden::dry'],
    [['int *beds() { return 0; }'], 'beds'],
    [['water<T>(a: T) {'], 'water'],
    [['water(a) {  // {'], 'water'],
    [['water(a) { return 1; }'], 'water'],
    [['water({ litres }) {'], 'water'],
    [['water(a) { return 1; } // as { they do'], 'water'],
    // The block begins on a line of its own.
    [['void water(int a)', '{'], 'water'],
    [['int size() const', '  {'], 'size'],
    [['void water() throws Dry, Wet', '{'], 'water'],
    [['int size() const', '  noexcept {'], 'size'],
    [['void water() throws Dry', '  // Never now.', '{'], 'water'],
    [['water(): void', '{'], 'water'],
    [['void water(int a)', '{  '], 'water'],
    [['auto water() -> int', '{'], 'water'],
    [['void water() override // as the others', '{'], 'water'],
    // Its parameters go over several lines.
    [['water(', '  a: string,', '  b: number,', ') {'], 'water'],
    [['void water(int a,', '           int b)', '{'], 'water'],
    [['water(', '  done: (a: string) => void,', ') {'], 'water'],
  ] as const) {
    it(`is one that opens a block: ${lines.join(' ⏎ ')}`, () => assert.equal(name('cpp', ...lines), expected));
  }

  for (const lines of [
    ['water(litres);'],
    ['water(litres)', 'dry();'],
    ['water(litres)', '{ a'],
    ['water(litres)'],
    ['  water: f(a),', '{'],
    ['water(a),', '{'],
    ['water(() => {'],
    ['water({'],
    ['water({ litres: 1 });'],
    ['  return water(a) {'],
    // A line without a semicolon, and another statement or method after it.
    ['water(litres)', 'if (dry) {'],
    ['water(litres)', '{dry'],
    ['water( (litres) )', 'if (dry) {'],
    ['abstract water(): void', 'dry() {'],
    ['water() : Promise<void>', 'dry() {'],
    ['water($bed)->first', '  ->each(function ($b) {'],
    ['water(a => {'],
    ['await water(a) {'],
    ['return water(a) {'],
    ['if (a) {'],
    ['while (a) {'],
    ['} else if (a) {'],
    ['switch (a) {'],
    ['catch (e) {'],
    ['water(', '  a,', ');', 'b {'],
    ['water(', '  a', ')', 'b();', '{'],
  ] as const) {
    it(`is no call and no statement: ${lines.join(' ⏎ ')}`, () => assert.equal(name('cpp', ...lines), undefined));
  }

  it('opens its block within 30 lines', () => {
    const method = (count: number) => ['water(', ...Array.from({ length: count }, (_, at) => `  a${at},`), ') {'];
    assert.equal(name('typescript', ...method(28)), 'water');
    assert.equal(name('typescript', ...method(29)), undefined);
  });
});
