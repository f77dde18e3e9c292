-- Who asked, the team or the office: only the other side's answer settles a question.
alter table activity_question add column asked_side text not null default 'team' check (asked_side in ('team', 'office'));
update activity_question q set asked_side = 'office' from account a
  where a.email = q.asked_by and exists (select from role_grant g where g.account_id = a.id and g.role in ('office', 'board-manager'));
update activity_question set asked_side = 'office' where asked_by in ('cli', 'everforum');
alter table activity_question alter column asked_side drop default;
