module example.com/orgchart

go 1.24.0
