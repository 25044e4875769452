import { renderPage } from '../../src/web/render-page.js';
import { Remark } from '../../templates/web/components/remark.js';
import { HtmlDocument } from '../../templates/web/html-document.js';

const assets = { stylesheets: [], scripts: [], icon: '' };

/** What stands between the tags of a page. */
const wordsOf = (page: Parameters<typeof renderPage>[0]): string =>
  renderPage(page)
    .replace(/^[^]*<main[^>]*>|<\/main>[^]*$/g, '')
    .replace(/<(?:"[^"]*"|[^">])*>/g, '');

describe('a page', () => {
  const main = (
    <main>
      <p aria-label="หน้า 2">มี {12} เรื่อง เมื่อ 3 ม.ค. ๒๕๖๘</p>
    </main>
  );

  it('is read in the digits of its agency, what people wrote too', () => {
    const page = (digits: 'thai' | 'arabic') => (
      <HtmlDocument title="1" assets={assets} digits={digits}>
        {main}
      </HtmlDocument>
    );
    expect(wordsOf(page('thai'))).toBe('มี ๑๒ เรื่อง เมื่อ ๓ ม.ค. ๒๕๖๘');
    expect(renderPage(page('thai'))).toContain('aria-label="หน้า ๒"');
    expect(wordsOf(page('arabic'))).toBe('มี 12 เรื่อง เมื่อ 3 ม.ค. 2568');
  });

  it('is read as official paper is where it belongs to no agency', () => {
    const page = (
      <HtmlDocument title="1" assets={assets}>
        {main}
      </HtmlDocument>
    );
    expect(wordsOf(page)).toBe('มี ๑๒ เรื่อง เมื่อ ๓ ม.ค. ๒๕๖๘');
  });

  it.each([
    ['an address', <p>https://example.go.th/p/2568?page=2&amp;of=3</p>, 'https://example.go.th/p/2568?page=2&amp;of=3'],
    ['a code', <p>O27 COVID-19</p>, 'O27 COVID-19'],
    ['a hash', <code class="hash">0123</code>, '0123'],
    ['English', <span lang="en">Act 2540</span>, 'Act 2540'],
    ['what is typed again', <textarea name="text">2568 ๒</textarea>, '2568 ๒'],
    [
      'what is quoted to the letter, and only that',
      <>
        <div class="quote as-written">
          2<br />
          <b title="a > b">๒</b>
        </div>
        3
      </>,
      '2๒๓',
    ],
  ])('keeps %s as it is', (_what, part, expected) => {
    const page = (
      <HtmlDocument title="1" assets={assets} digits="thai">
        <main>{part}</main>
      </HtmlDocument>
    );
    expect(wordsOf(page)).toBe(expected);
  });

  it('says a remark in its digits, and quotes in those of the text', () => {
    const page = (
      <HtmlDocument title="1" assets={assets} digits="thai">
        <main>
          <Remark text="ข้อ 2 เขียน “ปี 2568” และ “๑2”" />
        </main>
      </HtmlDocument>
    );
    expect(wordsOf(page)).toBe('ข้อ ๒ เขียน “ปี 2568” และ “๑2”');
  });

  it('keeps what is sent with a form', () => {
    const page = (
      <HtmlDocument title="1" assets={assets} digits="thai">
        <main>
          <input name="year" value="2568" />
          <select name="year">
            <option value="2568">2568</option>
          </select>
        </main>
      </HtmlDocument>
    );
    expect(renderPage(page)).toContain('value="2568"/>');
    expect(renderPage(page)).toContain('<option value="2568">๒๕๖๘</option>');
  });
});
