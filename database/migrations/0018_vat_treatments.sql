-- The rates of the law, each from a day on: when the law changes, whoever runs Stella adds a row. Of the rows that have
-- begun the last one counts, until its own end. They are everybody's, so no organization stands in them.
create table vat_rates (
  treatment text not null check (treatment in ('high', 'low')),
  rate numeric not null check (rate > 0 and rate < 50),
  from_day date not null,
  until_day date check (until_day >= from_day),
  primary key (treatment, from_day)
);
insert into vat_rates (treatment, rate, from_day, until_day) values
  ('high', 18, '1976-01-01', '1983-12-31'),
  ('high', 19, '1984-01-01', '1986-09-30'),
  ('high', 20, '1986-10-01', '1988-12-31'),
  ('high', 18.5, '1989-01-01', '1992-09-30'),
  ('high', 17.5, '1992-10-01', '2000-12-31'),
  ('high', 19, '2001-01-01', '2012-09-30'),
  ('high', 21, '2012-10-01', null),
  ('low', 4, '1976-01-01', '1983-12-31'),
  ('low', 5, '1984-01-01', '1986-09-30'),
  ('low', 6, '1986-10-01', '2018-12-31'),
  ('low', 9, '2019-01-01', null);
grant select on vat_rates to stella_app;

-- The rate that a line was reckoned with stands on the line. Until now it was that of the treatment. Changing the type
-- fills the column of final lines too, which no statement may change.
alter table invoice_lines add column vat_rate numeric;
alter table invoice_lines
  alter column vat_rate type numeric using (case vat_treatment when 'high' then 21 when 'low' then 9 else 0 end),
  alter column vat_rate set not null;
