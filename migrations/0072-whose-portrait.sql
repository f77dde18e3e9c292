-- Whose word a portrait is. A speaker's own is the last, also that there is to be none; null where nobody has said anything.
alter table person_page add column portrait_by text check (portrait_by in ('speaker', 'host'));
update person_page set portrait_by = 'speaker' where portrait_id is not null;
alter table person_page add constraint portrait_is_somebodys check (portrait_id is null or portrait_by is not null);
