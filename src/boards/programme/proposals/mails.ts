/** What hosts and the office are written about proposals. */
import { words } from '#platform/words.ts';
import { nameIn, type PageLanguage } from '#registry/text.ts';

export const proposalMails = words({
  greeting: { zh: '{name}，您好：', en: 'Dear {name},' },
  submittedTitle: { zh: '提案已提交', en: 'Proposal handed in' },
  submittedSubject: { zh: '提案 {number}《{title}》已收到', en: 'Proposal {number} received: {title}' },
  submittedBody: {
    zh: '《{title}》（提案 {number}）已提交组委会办公室。评审结果将发到本邮箱，进展可随时在工作台查看。',
    en: '“{title}” (proposal {number}) is with the organising office. You will be written to once it has been decided; until then the desk shows how it stands.',
  },
  arrivedTitle: { zh: '新收到提案', en: 'Proposal arrived' },
  arrivedSubject: { zh: '{organisation}提交了提案 {number}：{title}', en: '{organisation} handed in proposal {number}: {title}' },
  arrivedBody: {
    zh: '{organisation}提交了《{title}》（提案 {number}），请安排评审。',
    en: '{organisation} handed in “{title}” (proposal {number}). It waits for review.',
  },
  returnedTitle: { zh: '提案退回修改', en: 'Proposal returned' },
  returnedSubject: { zh: '提案 {number}《{title}》需要修改', en: 'Proposal {number} needs changes: {title}' },
  returnedBody: {
    zh: '组委会办公室请您修改《{title}》（提案 {number}）后重新提交。修改意见如下：',
    en: 'The organising office asks you to change “{title}” (proposal {number}) and to hand it in again. What to change:',
  },
  acceptedTitle: { zh: '提案已采纳', en: 'Proposal accepted' },
  acceptedSubject: { zh: '提案 {number}《{title}》已采纳', en: 'Proposal {number} accepted: {title}' },
  acceptedBody: {
    zh: '《{title}》（提案 {number}）已采纳，并列入本届论坛的活动。时间和会场由组委会办公室另行安排，您可以在工作台继续完善议程、邀请嘉宾。',
    en: '“{title}” (proposal {number}) was accepted and is now an activity of the forum. Its time and room will follow; on the desk you can go on with the agenda and invite speakers.',
  },
  declinedTitle: { zh: '提案未采纳', en: 'Proposal declined' },
  declinedSubject: { zh: '提案 {number}《{title}》未采纳', en: 'Proposal {number} declined: {title}' },
  declinedBody: {
    zh: '很遗憾，《{title}》（提案 {number}）本届未获采纳。理由如下：',
    en: 'We are sorry to say that “{title}” (proposal {number}) was not accepted this year. The reason:',
  },
  mergedTitle: { zh: '提案已合并', en: 'Proposal merged' },
  mergedSubject: { zh: '提案 {number}《{title}》已并入提案 {into}', en: 'Proposal {number} merged into {into}: {title}' },
  mergedBody: {
    zh: '《{title}》（提案 {number}）已与提案 {into} 合并，贵单位列为协办单位。',
    en: '“{title}” (proposal {number}) was merged into proposal {into}; your organisation takes part in it as a co-host.',
  },
  messageTitle: { zh: '提案留言', en: 'Message about a proposal' },
  messageSubject: { zh: '关于提案 {number}《{title}》的留言', en: 'A message about proposal {number}: {title}' },
  messageBody: { zh: '{from}就《{title}》（提案 {number}）留言：', en: '{from} wrote about “{title}” (proposal {number}):' },
  claimGrantedTitle: { zh: '代表机构申请已通过', en: 'Request to act for an organisation granted' },
  claimGrantedSubject: { zh: '您现在可以代表{organisation}提交提案', en: 'You may now propose for {organisation}' },
  claimGrantedBody: {
    zh: '组委会办公室已确认您代表{organisation}。请登录工作台填写提案。',
    en: 'The organising office has confirmed that you act for {organisation}. Please sign in to the desk and begin your proposal.',
  },
  claimRefusedTitle: { zh: '代表机构申请未通过', en: 'Request to act for an organisation refused' },
  claimRefusedSubject: { zh: '您代表{organisation}的申请未通过', en: 'Your request to act for {organisation} was not granted' },
  claimRefusedBody: {
    zh: '组委会办公室未能确认您代表{organisation}。理由如下：',
    en: 'The organising office could not confirm that you act for {organisation}. The reason:',
  },
  open: { zh: '查看：{link}', en: 'See it: {link}' },
  sign: { zh: '组委会办公室', en: 'The organising office' },
});

/** Greeting, what happened, what was said about it, where to look: each a paragraph of its own. */
export function letter(language: PageLanguage, name: string, body: string, said: string | null, path: string): string {
  const say = proposalMails(language);
  return [
    say('greeting', { name: nameIn(name, language) }),
    body,
    ...(said ? [said] : []),
    say('open', { link: `{site}/${language}${path}` }),
    say('sign'),
  ].join('\n\n');
}
