"""The SQL of the divided and chained log. Changed only together with a new migration, and `access.chain`."""

DIVIDE = """
alter table access_event rename to access_event_old;
alter index access_event_pkey rename to access_event_old_pkey;
drop index event_subject;
create table access_event (like access_event_old including defaults) partition by range (at);
alter table access_event add primary key (id, at);
create index event_subject on access_event (municipality_id, subject, at desc);
create table access_event_default partition of access_event default;
"""
"""The old table keeps its rows until they are carried over."""

CHAIN = """
create function access_chain_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  last_seq bigint;
  last_hash bytea;
begin
  -- held to the end of the transaction, which is now: who commits next sees this link
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id::text, 20140));
  select seq, hash into last_seq, last_hash from public.access_link
    where municipality_id = new.municipality_id order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  insert into public.access_link (event, municipality_id, at, seq, hash) values (
    new.id, new.municipality_id, new.at, last_seq,
    sha256(coalesce(last_hash, ''::bytea) || convert_to(json_build_array(
      new.municipality_id, last_seq, new.id,
      to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      new.kind, new.action, new.ground, new.account, new.name, new.title, new.organisation, new.subject,
      new.object_type, new.object_id, new.information::text
    )::text, 'UTF8'))
  );
  return null;
end $$;

create constraint trigger chained after insert on access_event deferrable initially deferred
for each row execute function access_chain_event();
"""

PARTITIONS = """
create function access_event_part_kept() returns trigger language plpgsql
as $$ begin raise exception 'This table is written once and never emptied'; end $$;

create trigger never_emptied before truncate on access_event_default
for each statement execute function access_event_part_kept();

create function access_event_partitions(ahead integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  months timestamp[];
  month timestamp;
  part text;
  since timestamptz;
  until timestamptz;
  made integer := 0;
begin
  if ahead is null or ahead not between 0 and 24 then
    raise exception 'Between 0 and 24 months ahead';
  end if;
  perform pg_advisory_xact_lock(20141);
  months := array(
    select this_month + make_interval(months => n) from generate_series(0, ahead) n
    union
    select date_trunc('month', at at time zone 'UTC') from public.access_event_default
    order by 1);
  foreach month in array months loop
    part := to_char(month, '"access_event_y"YYYY"m"MM');
    continue when to_regclass('public.' || part) is not null;
    since := month at time zone 'UTC';
    until := (month + interval '1 month') at time zone 'UTC';
    execute format(
      'create table public.%I (like public.access_event including defaults including constraints)', part);
    if exists (select from public.access_event_default where at >= since and at < until) then
      alter table public.access_event_default disable trigger user;
      execute format(
        'insert into public.%I select * from public.access_event_default where at >= $1 and at < $2', part)
        using since, until;
      delete from public.access_event_default where at >= since and at < until;
      alter table public.access_event_default enable trigger user;
    end if;
    execute format('alter table public.access_event attach partition public.%I for values from (%L) to (%L)',
                   part, since, until);
    execute format('create trigger never_emptied before truncate on public.%I'
                   ' for each statement execute function public.access_event_part_kept()', part);
    execute format('alter table public.%I enable row level security', part);
    made := made + 1;
  end loop;
  return made;
end $$;
"""

CARRY_OVER = """
insert into access_event select * from access_event_old order by municipality_id, at, id;
set constraints all immediate;
set constraints all deferred;
drop table access_event_old;
select access_event_partitions(3);
"""
