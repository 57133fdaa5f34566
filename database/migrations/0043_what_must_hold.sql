-- A worker sends what its transaction begins and ends with without waiting for the answers between. What keeps it from
-- going on is an error, then, and no row that somebody would have to look at first.

create function hold_lane(organization uuid, token bigint) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from booking_lanes
    where organization_id = organization and lease_token = token and leased_by is not null
    for no key update;
  if not found then
    raise exception 'the lane of % is held by somebody else', organization using errcode = 'ST007';
  end if;
end
$$;

-- How many rows each statement changed; of the first so many each must have changed one.
create function require_rows(counts integer[], required integer) returns integer[] language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
begin
  if 0 = any (counts[1:required]) then
    raise exception 'a row is no longer where its step starts' using errcode = 'ST008';
  end if;
  return counts;
end
$$;

revoke execute on function hold_lane(uuid, bigint), require_rows(integer[], integer) from public;
grant execute on function hold_lane(uuid, bigint), require_rows(integer[], integer) to stella_worker;
