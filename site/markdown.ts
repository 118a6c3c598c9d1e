/** Converts documents of the project from Markdown to HTML. */
import { Marked, type Tokens } from 'marked';

/**
 * The document without its title, as HTML. HTML in it becomes text.
 * @param pageOf the link to a document, by its path in the repository; null for one that is no page: its link becomes text.
 */
export function documentHtml(markdown: string, pageOf: (path: string) => string | null): string {
  const marked = new Marked({
    renderer: {
      html: ({ text }) => escapeHtml(text),
      link({ href, tokens }: Tokens.Link) {
        const text = this.parser.parseInline(tokens);
        const target = /^https:/.test(href) ? href : pageOf(href);
        return target === null ? text : `<a href="${escapeHtml(target)}" rel="noopener noreferrer">${text}</a>`;
      },
      image: ({ text }) => escapeHtml(text),
    },
  });
  return marked.parse(markdown.replace(/^# .*\n/, ''), { async: false });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
