/**
 * XML as a tree with line numbers, and nothing else of XML: no document type, no entities but the five and numeric ones, bounded in depth
 * and number. Text is kept where it stands directly in an element.
 */
import { SaxesParser } from 'saxes';
import { Unreadable } from './imported.ts';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
  line: number;
}

const MOST_DEPTH = 40;
const MOST_ELEMENTS = 2_000_000;

export function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const malformed = (line: number | null, what: string) => new Unreadable({ is: 'malformed', format: 'XML', line, text: what });
  const open: Element[] = [];
  let root: Element | undefined;
  let count = 0;
  parser.on('doctype', () => {
    throw new Unreadable({
      is: 'refused',
      text: 'The file has a document type definition (DOCTYPE), which could hide anything; it is not read. Take it out and try again.',
    });
  });
  parser.on('error', (error) => {
    throw malformed(parser.line, error.message.replace(/^\d+:\d+: /, ''));
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing: _ }) => {
    if (++count > MOST_ELEMENTS)
      throw new Unreadable({ is: 'refused', text: `The file has more than ${MOST_ELEMENTS} elements; that is no schedule.` });
    if (open.length >= MOST_DEPTH)
      throw new Unreadable({ is: 'refused', text: `The file is nested deeper than ${MOST_DEPTH} elements; that is no schedule.` });
    const element: Element = {
      name: name.replace(/^.*:/, ''),
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
      line: parser.line,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (chunk: string) => {
    const at = open.at(-1);
    if (at) at.text += chunk;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  // A feed of pieces keeps the parser's own buffers small.
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.close();
  if (!root) throw malformed(null, 'there is no element in it');
  return root;
}

export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name);

/** Trimmed text of a child: `undefined` where there is none, `''` where it is empty. */
export const textOf = (element: Element | undefined, name: string): string | undefined => childOf(element, name)?.text.trim();
