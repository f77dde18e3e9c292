import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { corrected, slips, suspectsOf, variantsOf } from './correct.ts';
import { fold } from './fold.ts';
import { excerpt, marked, spansOf } from './highlight.ts';
import { matchQuery, parseQuery, QUERY_LENGTH } from './query.ts';
import { segment } from './segment.ts';
import { stem } from './stem.ts';
import { tokensOf } from './tokens.ts';
import { Vector } from './vector.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom(
        '脑机接口',
        '与',
        '量子',
        'Brain',
        'computer',
        'é',
        'e\u0301',
        'ﬁ',
        '５Ｇ',
        '，',
        '。',
        ' ',
        '-',
        '\u{20BB7}',
        '株',
        '㈱',
        '㌀',
        '\u{2F81A}',
        'TRL6',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);
const words = (run: string) => tokensOf(run).map((token) => token.text);
const lexemes = (value: string) => {
  const vector = new Vector();
  vector.add(value, 'A');
  return vector.toString();
};

test('text is compared without case, width, marks and the difference of traditional characters', () => {
  assert.equal(fold('Ångström ＡＢＣ ﬁeld 腦機介面 Łódź').text, 'angstrom abc field 脑机介面 lodz');
});

test('every folded character knows where it came from', () => {
  fc.assert(
    fc.property(text, (original) => {
      const { text: folded, at } = fold(original);
      assert.equal(at.length, folded.length + 1);
      assert.ok(at.every((place, index) => place <= original.length && (index === 0 || place >= at[index - 1]!)));
    }),
  );
});

test('tokens are runs of Chinese and words of other scripts, in order, and joined ones are known', () => {
  assert.deepEqual(words('5G网络与COVID-19：Xi’an，H04L 9/32'), ['5g', '网络与', 'covid', '19', 'xi', 'an', 'h04l', '9', '32']);
  assert.deepEqual(
    tokensOf('COVID-19 a b').map((token) => token.joined),
    [false, true, false, false],
  );
});

test('a document holds words, pairs of characters, stems and joined forms', () => {
  const vector = lexemes('人工智能 covid-19 technologies');
  for (const lexeme of ['人工智能', '人工', '工智', '智能', '能', 'covid', '19', 'covid19', 'technolog', 'technologies']) {
    assert.ok(vector.includes(`'${lexeme}':`), lexeme);
  }
  assert.match(vector, /'工智':\d+B/);
  assert.match(vector, /'人工智能':\d+A/);
});

test('British and American spellings have one stem', () => {
  for (const [british, american] of [
    ['organisation', 'organization'],
    ['centre', 'center'],
    ['programme', 'program'],
    ['behaviour', 'behavior'],
    ['analyse', 'analyze'],
  ]) {
    assert.equal(stem(british!), stem(american!));
  }
});

test('words cut from a run of Chinese are the run again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 1, maxLength: 30 }), (characters) => {
      const run = String.fromCodePoint(...characters);
      assert.equal(segment(run).join(''), run);
    }),
  );
});

test('a query keeps what tells something, within bounds', () => {
  const terms = (typed: string) => parseQuery(typed).terms.map((term) => term.text);
  assert.deepEqual(terms('the future of brain research'), ['future', 'brain', 'research']);
  assert.deepEqual(terms('人工智能的应用'), ['人工智能', '应用']);
  assert.deepEqual(terms('碳中和 目标'), ['碳中和', '目标']);
  assert.deepEqual(terms('the'), ['the']);
  assert.deepEqual(parseQuery('see “deep sea” now').phrases, [[1, 2]]);
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 500 })), (typed) => {
      const query = parseQuery(typed);
      assert.ok(query.text.length <= QUERY_LENGTH && query.terms.length <= 12);
      assert.equal(matchQuery(query) === null, query.terms.length === 0);
      for (const { start, end } of query.terms) assert.ok(0 <= start && start < end && end <= query.text.length);
    }),
  );
});

test('marked pieces are the text again, and a text that was searched for is marked', () => {
  fc.assert(
    fc.property(text, text, (typed, shown) => {
      const query = parseQuery(typed);
      assert.equal(
        marked(shown, query)
          .map((piece) => piece.text)
          .join(''),
        shown,
      );
      const spans = spansOf(shown, query);
      assert.ok(spans.every((span, index) => span.start < span.end && (index === 0 || spans[index - 1]!.end <= span.start)));
    }),
  );
  const hits = (shown: string, typed: string) =>
    marked(shown, parseQuery(typed))
      .filter((piece) => piece.hit)
      .map((piece) => piece.text);
  assert.deepEqual(hits('腦機接口 and Brain–Computer Interfaces', '脑机接口 interface'), ['腦機接口', 'Interfaces']);
  assert.deepEqual(hits('Ångström units', 'angstr'), ['Ångström']);
});

test('an excerpt is bounded, holds the first hit, and begins and ends with whole words', () => {
  const long = `${'Some words before it. '.repeat(40)}Here the electrode is implanted. ${'And more words after. '.repeat(40)}`;
  const pieces = excerpt(long, parseQuery('electrode'));
  assert.ok(pieces.some((piece) => piece.hit && piece.text === 'electrode'));
  const whole = pieces.map((piece) => piece.text).join('');
  assert.ok(whole.length < 230 && whole.startsWith('…') && whole.endsWith('…'));
  assert.match(whole, /^…[A-Z].*[a-z]\W*…$/);
  fc.assert(
    fc.property(text, text, (typed, shown) => {
      const all = excerpt(shown, parseQuery(typed), 20).map((piece) => piece.text);
      assert.ok(shown.includes(all.filter((piece) => piece !== '…').join('')));
    }),
  );
});

test('words one slip apart share a variant', () => {
  const word = fc.array(fc.constantFrom('a', 'b', '脑', '机'), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(word, word, (left, right) => {
      if (slips(left.join(''), right.join('')) > 1) return;
      const shared = new Set(variantsOf(left.join('')));
      assert.ok(variantsOf(right.join('')).some((variant) => shared.has(variant)));
    }),
    { numRuns: 2000 },
  );
  assert.equal(slips('brian', 'brain'), 1);
  assert.equal(slips('quantum', 'quantum'), 0);
  assert.equal(slips('kitten', 'sitting'), 3);
});

test('the nearest word is taken, of equally near ones the commonest, and only what was unknown changes', () => {
  const query = parseQuery('quantm Computing');
  const suspects = suspectsOf(query, new Set([0]));
  const candidates = [
    { suspect: 0, term: 'quantum', documents: 3 },
    { suspect: 0, term: 'quanta', documents: 900 },
    { suspect: 0, term: 'quant', documents: 9 },
  ];
  assert.deepEqual(
    suspects.map((suspect) => suspect.text),
    ['quantm'],
  );
  assert.equal(corrected(query, suspects, candidates), 'quanta Computing');
  assert.equal(corrected(query, suspects, candidates.slice(0, 1)), 'quantum Computing');
  assert.equal(corrected(query, suspects, []), null);
});
