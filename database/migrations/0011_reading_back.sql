-- What is to be read back is taken in the order of the books' own numbers, a few hundred at a time.
create index bookings_to_read_back on bookings (organization_id, mutation_number) where state = 'booked';
