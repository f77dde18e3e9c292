/** A stored message as the mail that goes out: the same message is the same mail each time, but for its date. */
import type { SendMailOptions } from 'nodemailer';
import type { Settings } from '../settings.ts';
import { withSite } from './outbox.server.ts';

export interface StoredMessage {
  id: string;
  to_address: string;
  to_name: string;
  language: 'zh' | 'en';
  subject: string;
  body: string;
  attachments: { name: string; type: string; text: string }[];
  attempts: number;
}

export function mailOf(
  message: StoredMessage,
  { mailFrom: from, publicUrl }: Pick<Settings, 'mailFrom' | 'publicUrl'>,
  date: Date,
): SendMailOptions {
  const text = (written: string) => withSite(written, publicUrl);
  const isInvitation = ({ type }: { type: string }) => /^text\/calendar\s*;.*\bmethod=/i.test(type);
  // A calendar entry is also an alternative of the text, where mail programs look for something to be answered.
  const invitation = message.attachments.find(isInvitation);
  return {
    messageId: messageIdOf(message.id, from),
    date,
    from,
    to: { name: message.to_name, address: message.to_address },
    subject: message.subject,
    text: text(message.body),
    textEncoding: message.language === 'zh' ? 'base64' : 'quoted-printable',
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language === 'zh' ? 'zh-CN' : 'en' },
    ...(invitation && {
      icalEvent: { method: methodOf(invitation.type), filename: invitation.name, content: text(invitation.text) },
    }),
    attachments: message.attachments
      .filter((attachment) => attachment !== invitation)
      .map((attachment) => ({ filename: attachment.name, contentType: attachment.type, content: text(attachment.text) })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const methodOf = (type: string): string => /method=([a-z]+)/i.exec(type)?.[1]?.toUpperCase() ?? 'PUBLISH';

/** From the message's id and the sender's domain (RFC 5322, 3.6.4). */
export const messageIdOf = (id: string, from: string): string => `<${id}@${/@([^@\s<>]+)>?$/.exec(from)?.[1] ?? 'localhost'}>`;
