import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { RunEmitter } from './runEmitter';

const languages = {
  ...{ bash, c, cpp, csharp, css, diff, dockerfile, go, ini, java, javascript, json, kotlin, makefile, markdown, php },
  ...{ powershell, python, ruby, rust, scss, shell, sql, swift, typescript, xml, yaml },
};

/** Names people use that the library does not know. */
const otherNames: Readonly<Record<string, string>> = { vue: 'xml', svelte: 'xml', jsonl: 'json', terminal: 'shell' };

/** A highlighter of our own, which writes runs of text and never HTML. */
export const highlighter = createHighlighter();

function createHighlighter(): typeof hljs {
  const made = hljs.newInstance();
  made.configure({ __emitter: RunEmitter });
  for (const [name, language] of Object.entries(languages)) made.registerLanguage(name, language);
  for (const [alias, languageName] of Object.entries(otherNames)) made.registerAliases(alias, { languageName });
  return made;
}
