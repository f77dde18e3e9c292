-- Whose move a notice tells of: its edition's, or one activity's. The notice of the next move of the same takes its place.
alter table notice add column tells_move_of uuid;
alter table notice disable trigger user;
update notice n set tells_move_of = coalesce((e.payload ->> 'activity')::uuid, n.edition_id) from outbox_event e
  where e.at = n.issued_at and (e.type = 'activity-moved' and e.payload ->> 'edition' = n.edition_id::text
    or e.type = 'edition-moved' and e.payload -> 'edition' ->> 'id' = n.edition_id::text);
alter table notice enable trigger user;
