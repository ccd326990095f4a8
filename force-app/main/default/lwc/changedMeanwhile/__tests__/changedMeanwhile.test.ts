import ChangedMeanwhile from 'c/changedMeanwhile';
import { mount } from 'test/mount';

describe('c-changed-meanwhile', () => {
  it.each([[undefined], ['Who?']])('says who changed it and how it reads now, with the title %s', async (textTitle) => {
    const properties = { by: 'Ana Ruiz', textTitle, body: '<p>Hers.</p>' };
    const notice = await mount('c-changed-meanwhile', ChangedMeanwhile, properties);
    expect(notice.text()).toContain('Ana Ruiz changed this meanwhile.');
    expect(notice.has('.title')).toBe(textTitle !== undefined);
    expect(notice.find('lightning-formatted-rich-text').value).toBe('<p>Hers.</p>');
    await expect(notice.element).toBeAccessible();
  });
});
