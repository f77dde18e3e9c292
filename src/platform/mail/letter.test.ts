import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { both } from '#registry/text.ts';
import { joinLetter, letter, sharedText, splitLetter, type Letter } from './letter.ts';

const example = (language: 'zh' | 'en', name: string): Letter => ({
  language,
  name,
  parts: [
    language === 'zh' ? '活动时间有调整。' : 'An activity has other hours.',
    {
      facts: [
        [language === 'zh' ? '时间' : 'When', '09:00–11:30'],
        [language === 'zh' ? '会场' : 'Where', 'B'],
      ],
    },
    { text: language === 'zh' ? '详情' : 'More about it', link: 'https://forum.example/2027' },
  ],
  from: both('示例论坛', 'Sample Forum'),
  why: language === 'zh' ? '您是该活动的嘉宾，因此收到本邮件。' : 'You get this because you speak there.',
});

test('letters look alike in both languages', () => {
  assert.equal(
    letter(example('zh', '李 明')),
    '李 明：\n您好！\n\n活动时间有调整。\n\n  时间：09:00–11:30\n  会场：B\n\n详情：\nhttps://forum.example/2027\n\n-- \n示例论坛\n您是该活动的嘉宾，因此收到本邮件。\n',
  );
  assert.equal(
    letter(example('en', '{name}')),
    'Dear {name},\n\nAn activity has other hours.\n\n  When: 09:00–11:30\n  Where: B\n\nMore about it:\nhttps://forum.example/2027\n\n-- \nSample Forum\nYou get this because you speak there.\n',
  );
  assert.ok(letter(example('en', '')).startsWith('Hello,\n\n'));
});

test('what letters to several people share is the text below their greetings', () => {
  const letters = ['A', 'B'].map((name) => ({ subject: 'S', body: letter(example('en', name)) }));
  assert.ok(sharedText(letters)?.body.startsWith('An activity'));
  assert.equal(sharedText([...letters, { subject: 'S', body: 'Dear C,\n\nAnother text' }]), null);
  assert.equal(sharedText([letters[0]!, { ...letters[1]!, subject: 'T' }]), null);
  assert.equal(sharedText([]), null);
});

test('a letter taken apart and put together is the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\n', '，') }).filter((body) => !body.startsWith('\n')),
      (body) => {
        const { greeting, text } = splitLetter(body);
        assert.equal(joinLetter(greeting, text), body);
      },
    ),
  );
});
