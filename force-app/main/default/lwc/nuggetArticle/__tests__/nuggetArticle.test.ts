import NuggetArticle from 'c/nuggetArticle';
import { mount } from 'test/mount';
import { clearPage } from 'test/wires';

const article = {
  kind: 'Best practice',
  minutes: 2,
  summary: 'Trade, never give.',
  body: '<p>Ask for something in return.</p>',
  verifiedOn: '2020-10-12',
  verificationDue: '2099-01-01',
};
const show = (properties: object = {}) => mount('c-nugget-article', NuggetArticle, { article, ...properties });

describe('c-nugget-article', () => {
  afterEach(clearPage);

  it('shows the text and who stands behind it', async () => {
    const shown = await show();
    expect(shown.text('.byline')).toBe('Best practice · 2 min · Verified Oct 12, 2020');
    expect(shown.text('.lead')).toBe('Trade, never give.');
    expect(shown.find('lightning-formatted-rich-text').value).toBe(article.body);
    expect(shown.has('.media')).toBe(false);
    expect(shown.has('.resume')).toBe(false);
    await expect(shown.element).toBeAccessible();
  });

  it.each([
    [{ verifiedOn: undefined }, 'Not verified yet'],
    [{ verificationDue: '2021-01-02' }, 'Verification was due Jan 2, 2021'],
  ])('is honest about verification: %j', async (change, words) => {
    const shown = await show({ article: { ...article, ...change } });
    expect(shown.text('.byline')).toContain(words);
  });

  it('leads to the media in a window of its own', async () => {
    const shown = await show({ article: { ...article, mediaUrl: 'https://example.com/video' } });
    expect(shown.find<HTMLAnchorElement>('.media').rel).toBe('noopener noreferrer');
    await expect(shown.element).toBeAccessible();
  });

  it.each(['http://example.com/video', 'HTTPS://example.com/video', ' https://example.com/video'])(
    'links a web page: %j',
    async (mediaUrl) => {
      const shown = await show({ article: { ...article, mediaUrl } });
      expect(shown.find<HTMLAnchorElement>('.media').getAttribute('href')).toBe(mediaUrl.trim());
    },
  );

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', '//example.com', 'example.com', ''])(
    'links nothing else: %j',
    async (mediaUrl) => {
      const shown = await show({ article: { ...article, mediaUrl } });
      expect(shown.has('.media')).toBe(false);
    },
  );

  it('says what was answered lately', async () => {
    const shown = await show({ resumeText: 'You answered 1 of 2 on Nov 23' });
    expect(shown.text('.resume')).toContain('You answered 1 of 2 on Nov 23');
    await expect(shown.element).toBeAccessible();
  });

  it('shows nothing without an article', async () => {
    const shown = await show({ article: undefined });
    expect(shown.text()).toBe('');
  });
});
