-- Letters of congratulation and messages are found too.
alter table search_document drop constraint search_document_type_check,
  add constraint search_document_type_check check (type in ('activity', 'session', 'person', 'organisation', 'place', 'result', 'letter'));
