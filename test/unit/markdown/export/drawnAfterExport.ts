import { plainHtml } from '../../media/markdown/html';

/** What has to be drawn of a text once it is below headings of this level. `isOneLine`: headings may lose line breaks. */
export function drawnAfterExport(markdown: string, level: number, isOneLine: boolean): string {
  const html = plainHtml(markdown)
    .replace(/<(\/?)h(\d)>/g, (_tag, slash, own) => `<${slash}h${Math.min(6, Number(own) + level)}>`)
    // A link in the place of a picture, and the address where the picture has no words.
    .replace(/<img src="([^"]*)" alt="([^"]*)"((?: title="[^"]*")?)>/g, (_tag, address, words, title) => {
      return `<a href="${address}"${title}>${words || webAddress(address)}</a>`;
    });
  return withoutInnerLinks(isOneLine ? withHeadingsOnOneLine(html) : html)
    .replaceAll('\n</code></pre>', '</code></pre>')
    .replace(/<math>.*?<\/math>/gs, (formula) => formula.replace(/\s/g, ''));
}

function webAddress(escaped: string): string {
  const url = URL.parse(escaped.replaceAll('&amp;', '&'));
  return url && /^https?:$/.test(url.protocol) ? url.href.replaceAll('&', '&amp;') : '';
}

/** A heading with its marks before it has one line. */
function withHeadingsOnOneLine(html: string): string {
  return html.replace(/<h\d>.*?<\/h\d>/gs, (heading) =>
    heading
      .replace(/(?:<br>|\s)+/g, ' ')
      .replace(/^(<h\d>) /, '$1')
      .replace(/ (?=<\/h\d>$)/, ''),
  );
}

/** A picture in a link is no link in it. */
function withoutInnerLinks(html: string): string {
  const without = html.replace(/(<a [^>]*>)((?:(?!<\/a>).)*?)<a [^>]*>(.*?)<\/a>/gs, '$1$2$3');
  return without === html ? html : withoutInnerLinks(without);
}
