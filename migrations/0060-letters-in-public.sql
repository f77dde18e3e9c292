-- A letter says for which organisation or office it was written.
alter table edition_letter add column office localised;
