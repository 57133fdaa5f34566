-- What failed is looked for among everything that ever happened, and is a small part of it.
create index activities_failures on activities (organization_id, position desc) where outcome = 'failure';
