-- Whether the e-invoice goes along with the mails of this customer; null where that is as the organization usually wants.
alter table customers add column attach_ubl boolean;
