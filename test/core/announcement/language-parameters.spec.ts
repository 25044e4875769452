import { englishName, parametersIn } from '../../../src/core/announcement/language-parameters.js';

describe('the parameters of an announcement in one language', () => {
  const parameters = {
    channels: 'โทร. 0 2000 0000',
    'channels.en': 'Tel. 0 2000 0000',
    rules: ['ไม่รับ'],
    'rules.en': ['No gifts'],
    site: 'https://www.example.go.th',
    'site.en': '',
    list: ['ก'],
    'list.en': [],
    year: 2569,
  };

  it('leave the English texts out of the Thai edition', () => {
    expect(parametersIn(parameters, 'th')).toEqual({
      channels: 'โทร. 0 2000 0000',
      rules: ['ไม่รับ'],
      site: 'https://www.example.go.th',
      list: ['ก'],
      year: 2569,
    });
  });

  it('put them into the English one where there are any', () => {
    expect(parametersIn(parameters, 'en')).toEqual({
      channels: 'Tel. 0 2000 0000',
      rules: ['No gifts'],
      site: 'https://www.example.go.th',
      list: ['ก'],
      year: 2569,
    });
  });

  it('go by one name', () => expect(englishName('rules')).toBe('rules.en'));
});
