-- A committee is dissolved, a meeting or a decision withdrawn, with the day and the reason; all of them stay on record.
alter table committee add column withdrawn_on date, add column withdrawn_why localised,
  add constraint committee_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_why is null));
alter table committee_meeting add column withdrawn_on date, add column withdrawn_why localised,
  add constraint meeting_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_why is null));
alter table committee_decision add column withdrawn_on date, add column withdrawn_why localised,
  add constraint decision_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_why is null));
