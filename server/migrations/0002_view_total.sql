-- How many conversations a view holds that everybody of the account may see: counting them anew costs more with each that is archived.
-- Rows are only added, so that nobody waits for anybody; the total is their sum, exact in every transaction, and upkeep puts them together.
create table view_total (
  account text not null,
  view text not null,
  n bigint not null
);
create index view_total_view on view_total (account, view) include (n);

insert into view_total (account, view, n)
  select account, view, count(*) from conversation where visible_to is null group by account, view;

create function loop_count_added() returns trigger language plpgsql as $$
begin
  insert into view_total (account, view, n) select account, view, count(*) from changed where visible_to is null group by account, view;
  return null;
end $$;

create function loop_count_removed() returns trigger language plpgsql as $$
begin
  insert into view_total (account, view, n) select account, view, -count(*) from changed where visible_to is null group by account, view;
  return null;
end $$;

create function loop_count_moved() returns trigger language plpgsql as $$
begin
  if old.visible_to is null then insert into view_total (account, view, n) values (old.account, old.view, -1); end if;
  if new.visible_to is null then insert into view_total (account, view, n) values (new.account, new.view, 1); end if;
  return null;
end $$;

create trigger conversation_added after insert on conversation
  referencing new table as changed for each statement execute function loop_count_added();
create trigger conversation_removed after delete on conversation
  referencing old table as changed for each statement execute function loop_count_removed();
-- Nearly all changes of a conversation move nothing: for those this costs one comparison.
create trigger conversation_moved after update on conversation for each row
  when (old.view is distinct from new.view or (old.visible_to is null) is distinct from (new.visible_to is null))
  execute function loop_count_moved();
